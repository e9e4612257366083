// src/curriculum/vocabulary.ts
var FIRST_RANK_SKILLS = ["python", "apis", "iam", "statistics"];
var SKILLS = [
  ...FIRST_RANK_SKILLS,
  "ml",
  "cloud-aws",
  "cloud-azure",
  "cloud-google",
  "notebooks",
  "sql-data",
  "math",
  "git-terminal",
  "responsible-ai",
  "monitoring"
];
var LEVELS = [0, 1, 2, 3, 4];
var LEVEL_NAMES = ["none", "aware", "basic", "working", "strong"];
var CURRICULUM_KINDS = [
  "docs",
  "course",
  "video",
  "lab",
  "practice-questions",
  "practice-exam",
  "project"
];
var KINDS = [...CURRICULUM_KINDS, "bridge", "review", "exam-review", "logistics"];
var IS_CONTENT = {
  docs: true,
  course: true,
  video: true,
  lab: true,
  project: true,
  bridge: true,
  "practice-questions": false,
  "practice-exam": false,
  review: false,
  "exam-review": false,
  logistics: false
};
var isContent = (kind) => IS_CONTENT[kind];
var isReading = (kind) => kind === "docs" || kind === "course" || kind === "video";
var DEPTHS = ["essential", "standard", "thorough"];
var VENDORS = ["aws", "microsoft", "google"];
var MINUTES_BASES = ["published", "word-count", "estimate"];

// src/workload/bridges.ts
function chooseBridges(foundations2, skills, requires, vendor, depth, plannedActivities) {
  const chosen = foundations2.bridges.filter((bridge2) => {
    const required = requires[bridge2.skill] ?? 0;
    return bridge2.from >= skills[bridge2.skill].level && bridge2.to <= required && !plannedActivities.has(bridge2.id) && (bridge2.vendors === null || bridge2.vendors.includes(vendor)) && (bridge2.role === "core" || bridge2.role === "extra" && depth === "thorough");
  });
  const ids = /* @__PURE__ */ new Set([...plannedActivities, ...chosen.map((bridge2) => bridge2.id)]);
  return chosen.filter((bridge2) => bridge2.overlaps === null || !ids.has(bridge2.overlaps)).sort((a, b) => SKILLS.indexOf(a.skill) - SKILLS.indexOf(b.skill) || a.from - b.from);
}

// src/workload/constants.ts
var SLOWER_PER_LEVEL_SHORT = 0.2;
var FASTER_PER_LEVEL_ABOVE = 0.1;
var PACE_LIMITS = [0.6, 1.8];
var GAP_CLOSED_BY_BRIDGES = 0.7;
var ROUND_TO_MINUTES = 5;
var EXAM_REVIEW_SHARE = 0.4;
var EXAM_REVIEW_SHORTEST = 20;
var CHECK_MINUTES_SHORT = 5;
var CHECK_MINUTES_LONG = 10;
var LONG_MATERIAL_MINUTES = 30;
var SCORE_THAT_WAIVES = 80;
var LONGEST_UNBROKEN_LAB = 120;
var ACCOUNT_MINUTES = 30;
var REVIEW_SHARE = 0.15;
var REVIEWS_PER_TASK = [2, 4];
var REVIEW_MINUTES = 15;
var SHORT_REVIEW_MINUTES = 10;
var REVIEWS_WORTH_FULL_LENGTH = 3;
var roundMinutes = (minutes2) => Math.max(ROUND_TO_MINUTES, Math.round(minutes2 / ROUND_TO_MINUTES) * ROUND_TO_MINUTES);

// src/workload/order-edges.ts
function plannedAfter(activity2, byId, planned2) {
  const found = /* @__PURE__ */ new Set();
  const seen = /* @__PURE__ */ new Set();
  const open = [...activity2.after];
  for (let id = open.pop(); id !== void 0; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (planned2.has(id)) found.add(id);
    else open.push(...byId.get(id)?.after ?? []);
  }
  return found;
}
function followers(id, edges2) {
  const found = /* @__PURE__ */ new Set([id]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [other, before] of edges2) {
      if (!found.has(other) && [...before].some((item) => found.has(item))) {
        found.add(other);
        grew = true;
      }
    }
  }
  return found;
}
function tasksOfTheirDomains(tasks2, curriculum2) {
  return new Set(
    curriculum2.domains.filter((domain2) => domain2.tasks.some((task) => tasks2.includes(task.id))).flatMap((domain2) => domain2.tasks.map((task) => task.id))
  );
}
function activityEdges(curriculum2, activities) {
  const byId = new Map(curriculum2.activities.map((activity2) => [activity2.id, activity2]));
  const planned2 = new Set(activities.map((activity2) => activity2.id));
  const edges2 = new Map(
    activities.map((activity2) => [activity2.id, plannedAfter(activity2, byId, planned2)])
  );
  const readings = activities.filter((activity2) => isReading(activity2.kind));
  for (const lab2 of activities.filter((activity2) => activity2.kind === "lab")) {
    const before = edges2.get(lab2.id);
    if (!before) continue;
    let later = null;
    for (const task of lab2.tasks) {
      const ofTask = readings.filter((reading) => reading.tasks.includes(task));
      if (ofTask.some((reading) => before.has(reading.id))) continue;
      later ??= followers(lab2.id, edges2);
      const first = ofTask.find((reading) => !later?.has(reading.id));
      if (first) before.add(first.id);
    }
  }
  for (const set of activities.filter((activity2) => activity2.kind === "practice-questions")) {
    const tasks2 = tasksOfTheirDomains(set.tasks, curriculum2);
    for (const reading of readings) {
      if (reading.tasks.some((task) => tasks2.has(task))) edges2.get(set.id)?.add(reading.id);
    }
  }
  return new Map([...edges2].map(([id, before]) => [id, [...before]]));
}
var bridgesBefore = (activity2, bridges) => SKILLS.flatMap((skill) => {
  const need = activity2.buildsOn[skill];
  if (need === void 0) return [];
  return bridges.filter((bridge2) => bridge2.skill === skill && bridge2.to <= need).map((bridge2) => bridge2.id);
});
function bridgeEdges(bridges) {
  const planned2 = new Set(bridges.map((bridge2) => bridge2.id));
  return new Map(
    bridges.map((bridge2) => [
      bridge2.id,
      [
        ...bridge2.after.filter((id) => planned2.has(id)),
        ...bridges.filter((other) => other.skill === bridge2.skill && other.to === bridge2.from).map((other) => other.id)
      ]
    ])
  );
}

// src/workload/pace.ts
function skillFactor(level2, need, bridgedTo) {
  if (level2 >= need) return 1 - FASTER_PER_LEVEL_ABOVE * (level2 - need);
  const bridged = Math.max(0, Math.min(need, bridgedTo) - level2);
  const short = need - level2 - GAP_CLOSED_BY_BRIDGES * bridged;
  return 1 + SLOWER_PER_LEVEL_SHORT * short;
}
function paceOf(buildsOn, skills, requires) {
  const because = [];
  let sum = 0;
  let count = 0;
  for (const skill of SKILLS) {
    const need = buildsOn[skill];
    if (need === void 0) continue;
    const { level: level2 } = skills[skill];
    sum += skillFactor(level2, need, requires[skill] ?? level2);
    count += 1;
    if (level2 !== need) because.push({ skill, level: level2, need });
  }
  if (count === 0) return { factor: 1, because };
  const [slowest, fastest] = [PACE_LIMITS[1], PACE_LIMITS[0]];
  return { factor: Math.min(slowest, Math.max(fastest, sum / count)), because };
}

// src/workload/review-need.ts
function reviewNeed(otherMinutes, tasks2) {
  const budget = otherMinutes * REVIEW_SHARE / (1 - REVIEW_SHARE);
  const each = budget >= tasks2 * REVIEWS_WORTH_FULL_LENGTH * REVIEW_MINUTES ? REVIEW_MINUTES : SHORT_REVIEW_MINUTES;
  const [least, most] = REVIEWS_PER_TASK;
  const count = Math.min(tasks2 * most, Math.max(tasks2 * least, Math.floor(budget / each)));
  return { each, count };
}

// src/workload/segments.ts
var SHORTEST_PART = 20;
function shareOut(minutes2, weights2) {
  const total = weights2.reduce((sum, weight) => sum + weight, 0);
  let given = 0;
  let seen = 0;
  return weights2.map((weight, index) => {
    seen += weight;
    const upTo = index === weights2.length - 1 ? minutes2 : Math.round(minutes2 * seen / total / ROUND_TO_MINUTES) * ROUND_TO_MINUTES;
    const share = Math.max(SHORTEST_PART, upTo - given);
    given += share;
    return share;
  });
}
function segmentsOf(activity2, minutes2) {
  if (activity2.kind === "project" && activity2.steps.length > 0) {
    const shares2 = shareOut(
      minutes2,
      activity2.steps.map((step) => step.minutes)
    );
    return activity2.steps.map((step, index) => ({
      title: step.title,
      minutes: shares2[index] ?? SHORTEST_PART
    }));
  }
  if (activity2.kind !== "lab" || minutes2 <= LONGEST_UNBROKEN_LAB) return [];
  const stops = activity2.lab?.stops ?? [];
  const parts = Math.max(
    Math.ceil(minutes2 / LONGEST_UNBROKEN_LAB),
    Math.min(stops.length, Math.floor(minutes2 / 60))
  );
  const shares = shareOut(minutes2, Array(parts).fill(1));
  return shares.map((share, index) => ({
    title: stops[index] ?? (index === parts - 1 ? "finish and tear down" : `stop ${index + 1}: save your work, tear down`),
    minutes: share
  }));
}
var segmentMinutes = (segments) => segments.reduce((sum, segment) => sum + segment.minutes, 0);

// src/workload/teaching-order.ts
var BLOCK = {
  guide: 0,
  start: 1,
  firstDomain: 100,
  perDomain: 100,
  lab: 0.5,
  questions: 90,
  end: 1e5
};
function homeOf(activity2, curriculum2) {
  const task = activity2.tasks[0] ?? "";
  const index = curriculum2.domains.findIndex(
    (domain3) => domain3.tasks.some(({ id }) => id === task)
  );
  const domain2 = curriculum2.domains[index];
  const taskIndex = domain2?.tasks.findIndex(({ id }) => id === task) ?? 0;
  const served = curriculum2.domains.filter(
    (candidate) => candidate.tasks.some(({ id }) => activity2.tasks.includes(id))
  );
  const everywhere = served.length === curriculum2.domains.length && served.length > 1;
  if (activity2.id === curriculum2.guide) return { domain: null, block: BLOCK.guide };
  if (activity2.kind === "practice-exam") return { domain: null, block: BLOCK.end + 3 };
  if (activity2.forBeginners) return { domain: domain2?.id ?? null, block: BLOCK.start };
  if (activity2.kind === "project") {
    return { domain: served.length === 1 ? domain2?.id ?? null : null, block: BLOCK.end };
  }
  if (activity2.kind === "practice-questions") {
    return served.length === 1 ? {
      domain: domain2?.id ?? null,
      block: BLOCK.firstDomain + index * BLOCK.perDomain + BLOCK.questions
    } : { domain: null, block: BLOCK.end + 1 };
  }
  return {
    domain: everywhere ? null : domain2?.id ?? null,
    block: BLOCK.firstDomain + index * BLOCK.perDomain + taskIndex + (isReading(activity2.kind) ? 0 : BLOCK.lab)
  };
}
function bridgeBlock(bridge2, activities) {
  const firstBlock = (needs) => Math.min(
    ...activities.filter(({ activity: activity2 }) => {
      const need = activity2.buildsOn[bridge2.skill];
      return need !== void 0 && needs(need);
    }).map(({ block }) => block)
  );
  const waited = firstBlock((need) => need >= bridge2.to);
  if (Number.isFinite(waited)) return waited - 0.25;
  const used = firstBlock(() => true);
  return Number.isFinite(used) && used < BLOCK.end ? used + 0.1 : BLOCK.firstDomain + BLOCK.questions - 1;
}

// src/workload/waivers.ts
function waiverReason(activity2, learner, domains) {
  if (!isReading(activity2.kind) && activity2.kind !== "lab") return null;
  const taught = SKILLS.flatMap((skill) => {
    const level2 = activity2.teaches[skill];
    return level2 === void 0 ? [] : [{ skill, level: level2 }];
  });
  if (taught.length > 0 && taught.every(({ skill, level: level2 }) => learner.skills[skill].level >= level2)) {
    const has = taught.map(({ skill }) => {
      const { level: level2, source } = learner.skills[skill];
      return `${skill} ${level2} (${LEVEL_NAMES[level2]}${source === "given" ? "" : `, ${source}`})`;
    });
    return `waived: it teaches what you have, ${has.join(", ")}`;
  }
  const known = new Set(learner.knownTasks);
  if (known.size > 0 && activity2.tasks.every((task) => known.has(task))) {
    return `waived: you know ${activity2.tasks.join(", ")}`;
  }
  const scored = activity2.tasks.map((task) => {
    const domain2 = domains.find((candidate) => candidate.tasks.some(({ id }) => id === task));
    return domain2 ? learner.scoredDomains[domain2.id] : void 0;
  });
  if (scored.every((percent) => percent !== void 0 && percent >= SCORE_THAT_WAIVES)) {
    return `waived: you scored ${Math.min(...scored.map((percent) => percent ?? 0))} % there before`;
  }
  return null;
}
var checkMinutes = (plannedMinutes) => Math.min(
  plannedMinutes,
  plannedMinutes > LONG_MATERIAL_MINUTES ? CHECK_MINUTES_LONG : CHECK_MINUTES_SHORT
);

// src/workload/workload.ts
var ACCOUNT_ITEM = "open-account";
var VENDOR_ACCOUNT = {
  aws: {
    name: "AWS",
    url: "https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create.html"
  },
  microsoft: {
    name: "Azure",
    url: "https://learn.microsoft.com/azure/cost-management-billing/costs/tutorial-acm-create-budgets"
  },
  google: { name: "Google Cloud", url: "https://cloud.google.com/billing/docs/how-to/budgets" }
};
var isBeginner = (learner) => Object.values(learner.skills).every((skill) => skill.level <= 1);
var NOTHING = /* @__PURE__ */ new Set();
function planned(curriculum2, learner, cut) {
  const beginner = isBeginner(learner);
  return curriculum2.activities.filter(
    (activity2) => !cut.has(activity2.id) && (!activity2.forBeginners || beginner) && (activity2.depth === "essential" || activity2.depth === "standard" && learner.depth !== "essential" || learner.depth === "thorough")
  );
}
function describePace(base, basis, factor, because) {
  const why = because.map(
    ({ skill, level: level2, need }) => level2 < need ? `${skill} ${level2} of ${need}` : `${skill} ${level2}, ${need} would do`
  );
  return `${base} min (${basis}) \xD7 ${factor.toFixed(2)}${why.length > 0 ? `: ${why.join(", ")}` : ""}`;
}
function activityItem(activity2, curriculum2, learner, after) {
  const home = homeOf(activity2, curriculum2);
  const scaled = activity2.kind !== "practice-exam" && activity2.kind !== "practice-questions";
  const pace = scaled ? paceOf(activity2.buildsOn, learner.skills, curriculum2.requires) : { factor: 1, because: [] };
  const full = activity2.kind === "practice-exam" ? activity2.minutes : roundMinutes(activity2.minutes * pace.factor);
  const reason = activity2.id === curriculum2.guide ? null : waiverReason(activity2, learner, curriculum2.domains);
  const minutes2 = reason === null ? full : checkMinutes(full);
  const segments = reason === null ? segmentsOf(activity2, minutes2) : [];
  const tasks2 = curriculum2.domains.flatMap((domain2) => domain2.tasks);
  const asksChecks = activity2.kind === "practice-questions";
  return {
    id: activity2.id,
    kind: activity2.kind,
    title: reason === null ? activity2.title : `Check: ${activity2.title}`,
    url: activity2.url,
    minutes: segments.length > 0 ? segmentMinutes(segments) : minutes2,
    baseMinutes: activity2.minutes,
    minutesBasis: activity2.minutesBasis,
    tasks: activity2.tasks,
    domain: home.domain,
    depth: activity2.depth,
    after,
    unbroken: activity2.kind === "practice-exam" || activity2.kind === "practice-questions" || activity2.kind === "lab" && minutes2 <= LONGEST_UNBROKEN_LAB,
    segments,
    block: home.block,
    waived: reason !== null,
    first: activity2.first,
    teardown: activity2.teardown,
    billing: activity2.lab?.billing ?? [],
    costUsd: activity2.costUsd,
    questions: asksChecks ? tasks2.filter((task) => activity2.tasks.includes(task.id)).flatMap((task) => task.checks) : [],
    bridge: null,
    reasons: [
      ...reason === null ? [] : [reason],
      ...reason === null && scaled && pace.because.length > 0 ? [describePace(activity2.minutes, activity2.minutesBasis, pace.factor, pace.because)] : []
    ]
  };
}
function bridgeItem(bridge2, skills, after, block) {
  const { level: level2, source } = skills[bridge2.skill];
  return {
    id: bridge2.id,
    kind: "bridge",
    title: bridge2.title,
    url: bridge2.url,
    minutes: roundMinutes(bridge2.minutes),
    baseMinutes: bridge2.minutes,
    minutesBasis: bridge2.minutesBasis,
    tasks: [],
    domain: null,
    depth: bridge2.role === "extra" ? "thorough" : "essential",
    after,
    unbroken: false,
    segments: [],
    block,
    waived: false,
    first: bridge2.first,
    teardown: bridge2.teardown,
    billing: [],
    costUsd: bridge2.costUsd,
    questions: bridge2.doneWhen === null ? [] : [bridge2.doneWhen],
    bridge: { skill: bridge2.skill, from: bridge2.from, to: bridge2.to },
    reasons: [
      `bridge: ${bridge2.skill} ${bridge2.from} \u2192 ${bridge2.to}; you have ${level2}${source === "given" ? "" : ` (${source})`}`
    ]
  };
}
function examReviewItem(exam) {
  return {
    ...exam,
    id: `${exam.id}-review`,
    kind: "exam-review",
    title: `Review of: ${exam.title}`,
    minutes: Math.max(EXAM_REVIEW_SHORTEST, roundMinutes(exam.minutes * EXAM_REVIEW_SHARE)),
    baseMinutes: exam.minutes,
    after: [exam.id],
    unbroken: false,
    first: "take each wrong or guessed question: say why every wrong option is wrong",
    costUsd: null,
    questions: [],
    reasons: [
      `${Math.round(EXAM_REVIEW_SHARE * 100)} % of the ${exam.minutes} minutes of its exam`
    ]
  };
}
function accountItem(curriculum2, block) {
  const vendor = VENDOR_ACCOUNT[curriculum2.vendor];
  return {
    id: ACCOUNT_ITEM,
    kind: "logistics",
    title: `Open the ${vendor.name} account, set a budget alarm`,
    url: vendor.url,
    minutes: ACCOUNT_MINUTES,
    baseMinutes: ACCOUNT_MINUTES,
    minutesBasis: "estimate",
    tasks: [],
    domain: null,
    depth: "essential",
    after: [curriculum2.guide],
    unbroken: false,
    segments: [],
    block,
    waived: false,
    first: "switch on multi-factor sign-in, then set an alarm at the sum you can afford to lose",
    teardown: [],
    billing: [],
    costUsd: 0,
    questions: [],
    bridge: null,
    reasons: ["before the first lab: forgotten resources cost money"]
  };
}
function withStrongFoundations(learner, curriculum2) {
  const raised = (skill) => {
    const have = learner.skills[skill];
    const need = curriculum2.requires[skill] ?? 0;
    return have.level >= need ? have : { ...have, level: need };
  };
  return {
    ...learner,
    skills: {
      ...learner.skills,
      statistics: raised("statistics"),
      ml: raised("ml"),
      math: raised("math")
    }
  };
}
function computeWorkload(curriculum2, foundations2, learner, cut = /* @__PURE__ */ new Set()) {
  const workload = itemsFor(curriculum2, foundations2, learner, cut);
  const strong = withStrongFoundations(learner, curriculum2);
  return {
    ...workload,
    weakerFoundationsMinutes: workload.needMinutes - itemsFor(curriculum2, foundations2, strong, cut).needMinutes
  };
}
function itemsFor(curriculum2, foundations2, learner, cut) {
  const activities = planned(curriculum2, learner, cut);
  const bridges = chooseBridges(
    foundations2,
    learner.skills,
    curriculum2.requires,
    curriculum2.vendor,
    learner.depth,
    // What is cut stays out: it does not come back as a bridge of the same name.
    new Set(planned(curriculum2, learner, NOTHING).map((activity2) => activity2.id))
  );
  const edges2 = activityEdges(curriculum2, activities);
  const amongBridges = bridgeEdges(bridges);
  const needsAccount = (activity2) => activity2.kind === "lab" || activity2.kind === "project";
  const ownItems = activities.map((activity2) => {
    const waitsFor = bridgesBefore(activity2, bridges);
    const after = [
      ...activity2.id === curriculum2.guide ? [] : [curriculum2.guide],
      ...needsAccount(activity2) ? [ACCOUNT_ITEM] : [],
      ...edges2.get(activity2.id) ?? [],
      ...waitsFor
    ];
    return activityItem(activity2, curriculum2, learner, [...new Set(after)]);
  });
  const placed = activities.map((activity2) => ({
    activity: activity2,
    block: homeOf(activity2, curriculum2).block
  }));
  const bridgeItems = bridges.map(
    (bridge2) => bridgeItem(
      bridge2,
      learner.skills,
      [
        curriculum2.guide,
        ...bridge2.teardown.length > 0 ? [ACCOUNT_ITEM] : [],
        ...amongBridges.get(bridge2.id) ?? []
      ],
      bridgeBlock(bridge2, placed)
    )
  );
  const firstHandsOn = Math.min(
    ...ownItems.filter((item) => item.after.includes(ACCOUNT_ITEM)).map((item) => item.block),
    ...bridgeItems.filter((item) => item.after.includes(ACCOUNT_ITEM)).map((item) => item.block)
  );
  const account = Number.isFinite(firstHandsOn) ? [accountItem(curriculum2, Math.min(firstHandsOn, BLOCK.firstDomain) - 0.75)] : [];
  const examReviews = ownItems.filter((item) => item.kind === "practice-exam").map(examReviewItem);
  const items = [...ownItems, ...account, ...bridgeItems, ...examReviews];
  const minutes2 = items.reduce((sum, item) => sum + item.minutes, 0);
  const reviews = reviewNeed(
    minutes2,
    curriculum2.domains.reduce((sum, domain2) => sum + domain2.tasks.length, 0)
  );
  const waived = items.filter((item) => item.waived).map((item) => ({
    activity: item.id,
    kind: item.kind,
    title: item.title.replace(/^Check: /, ""),
    minutes: Math.max(0, roundMinutes(item.baseMinutes) - item.minutes),
    reason: item.reasons[0] ?? ""
  }));
  const paceMinutes = ownItems.filter((item) => !item.waived && isContent(item.kind)).reduce((sum, item) => sum + item.minutes - roundMinutes(item.baseMinutes), 0);
  return {
    items,
    waived,
    reviews,
    needMinutes: minutes2 + reviews.count * reviews.each,
    paceMinutes
  };
}

// tests/support/curricula.ts
import { readFileSync } from "node:fs";

// src/curriculum/read-yaml.ts
import {
  isAlias,
  isNode,
  isPair,
  isScalar,
  Lexer,
  LineCounter,
  parseDocument,
  visit
} from "yaml";

// src/errors.ts
var EXIT = {
  ok: 0,
  failure: 1,
  badInput: 2,
  cannotPlan: 3,
  notFound: 4,
  damaged: 5
};
var UserError = class extends Error {
  constructor(exitCode, code, message, hint = null, details = {}) {
    super(message);
    this.exitCode = exitCode;
    this.code = code;
    this.hint = hint;
    this.details = details;
  }
  exitCode;
  code;
  hint;
  details;
  name = "UserError";
};
var badInput = (code, message, hint = null) => new UserError(EXIT.badInput, code, message, hint);

// src/curriculum/curriculum.ts
var midWeight = (weight) => typeof weight === "number" ? weight : (weight[0] + weight[1]) / 2;
function fromYaml(yaml) {
  const total = yaml.domains.reduce((sum, domain2) => sum + midWeight(domain2.weight), 0);
  const { exam, lifecycle } = yaml;
  return {
    id: yaml.id,
    vendor: yaml.vendor,
    name: yaml.name,
    examCode: yaml["exam-code"],
    level: yaml.level,
    checked: yaml.checked,
    lifecycle: {
      firstExam: lifecycle["first-exam"],
      generalAvailability: lifecycle["general-availability"],
      lastExam: lifecycle["last-exam"],
      note: lifecycle.note ?? null
    },
    successors: yaml.successors,
    exam: {
      minutes: exam.minutes,
      minutesNote: exam["minutes-note"] ?? null,
      questions: exam.questions,
      questionsScored: exam["questions-scored"],
      passingScore: exam["passing-score"],
      scoreScale: exam["score-scale"],
      priceUsd: exam["price-usd"],
      questionTypes: exam["question-types"],
      style: exam.style,
      retakeWaitDays: exam.retake["wait-days"],
      retakeRules: exam.retake.rules,
      rescheduleDays: exam["reschedule-days"],
      beta: exam.beta ? {
        examCode: exam.beta["exam-code"],
        questions: exam.beta.questions,
        minutes: exam.beta.minutes,
        priceUsd: exam.beta["price-usd"]
      } : null
    },
    validityMonths: yaml["validity-months"],
    renewal: { text: yaml.renewal.text, opensMonthsBefore: yaml.renewal["opens-months-before"] },
    experience: yaml.experience,
    requires: yaml.requires,
    services: yaml.services,
    notes: yaml.notes,
    sources: yaml.sources,
    guide: yaml.guide,
    domains: yaml.domains.map((domain2) => ({
      id: domain2.id,
      title: domain2.title,
      weight: midWeight(domain2.weight) * 100 / total,
      statedWeight: domain2.weight,
      tasks: domain2.tasks.map((task) => ({
        id: task.id,
        title: task.title,
        topics: task.topics,
        mixWith: task["mix-with"],
        checks: task.checks
      }))
    })),
    activities: yaml.activities.map((activity2) => ({
      id: activity2.id,
      kind: activity2.kind,
      title: activity2.title,
      publisher: activity2.publisher ?? null,
      url: activity2.url,
      minutes: activity2.minutes.value,
      minutesBasis: activity2.minutes.basis,
      costUsd: activity2["cost-usd"],
      tasks: activity2.tasks,
      buildsOn: activity2["builds-on"],
      teaches: activity2.teaches ?? {},
      after: activity2.after,
      depth: activity2.depth,
      forBeginners: activity2.for === "beginners",
      first: activity2.first ?? null,
      questions: activity2.questions ?? null,
      lab: activity2.lab ? {
        setup: activity2.lab.setup,
        steps: activity2.lab.steps,
        teardown: activity2.lab.teardown,
        billsWhileIdle: activity2.lab["bills-while-idle"],
        billing: activity2.lab.billing,
        stops: activity2.lab.stops
      } : null,
      steps: activity2.steps ?? [],
      teardown: activity2.teardown ?? activity2.lab?.teardown ?? []
    }))
  };
}

// src/curriculum/fault.ts
function formatPath(path) {
  return path.map((key, index) => typeof key === "number" ? `[${key}]` : index === 0 ? key : `.${key}`).join("");
}

// src/curriculum/foundations.ts
function foundationsFromYaml(yaml) {
  return {
    skills: yaml.skills.map((skill) => ({
      id: skill.id,
      name: skill.name,
      levels: skill.levels.map((entry) => ({ level: entry.level, canDo: entry["can-do"] })),
      selfCheck: skill["self-check"]
    })),
    bridges: yaml.skills.flatMap(
      (skill) => skill.steps.flatMap(
        (step) => step.bridges.map(
          (bridge2) => ({
            id: bridge2.id,
            skill: skill.id,
            from: step.from,
            to: step.to,
            form: bridge2.kind,
            title: bridge2.title,
            url: bridge2.url,
            minutes: bridge2.minutes.value,
            minutesBasis: bridge2.minutes.basis,
            costUsd: bridge2["cost-usd"],
            role: bridge2.role,
            vendors: bridge2.for ?? null,
            overlaps: bridge2.overlaps ?? null,
            after: bridge2.after,
            first: bridge2.first ?? null,
            doneWhen: bridge2["done-when"] ?? null,
            teardown: bridge2.teardown ?? []
          })
        )
      )
    )
  };
}

// src/curriculum/nearest.ts
import { closest, distance } from "../../../node_modules/fastest-levenshtein/mod.js";
function nearest(word, known) {
  if (known.length === 0) return null;
  const candidate = closest(word, known);
  return distance(word, candidate) <= Math.max(2, Math.floor(candidate.length / 2)) ? candidate : null;
}
function didYouMean(word, known) {
  const match = nearest(word, known);
  return match === null ? "" : `; did you mean "${match}"?`;
}

// src/curriculum/order-cycle.ts
function findCycle(after) {
  const state = /* @__PURE__ */ new Map();
  for (const root of after.keys()) {
    if (state.has(root)) continue;
    const path = [{ id: root, next: 0 }];
    state.set(root, "open");
    while (path.length > 0) {
      const top = path[path.length - 1];
      if (!top) break;
      const child = after.get(top.id)?.[top.next];
      top.next += 1;
      if (child === void 0) {
        state.set(top.id, "closed");
        path.pop();
      } else if (state.get(child) === "open") {
        const from = path.findIndex((entry) => entry.id === child);
        return [...path.slice(from).map((entry) => entry.id), child].reverse();
      } else if (!state.has(child) && after.has(child)) {
        state.set(child, "open");
        path.push({ id: child, next: 0 });
      }
    }
  }
  return null;
}

// src/curriculum/rules.ts
function uniqueIds(ids, place, report) {
  const seen = /* @__PURE__ */ new Set();
  ids.forEach((id, index) => {
    if (seen.has(id)) report(place(index), `"${id}" is used twice; ids are unique`);
    seen.add(id);
  });
}
function weights(yaml, report) {
  const stated = yaml.domains.map((domain2) => domain2.weight);
  stated.forEach((weight, index) => {
    if (Array.isArray(weight) && weight[0] > weight[1]) {
      report(["domains", index, "weight"], `range runs backwards: ${weight[0]} to ${weight[1]}`);
    }
  });
  if (stated.every((weight) => typeof weight === "number")) {
    const sum = stated.reduce((total, weight) => total + midWeight(weight), 0);
    if (sum < 99 || sum > 101) report(["domains"], `weights add up to ${sum}, not 100`);
    return;
  }
  const low = stated.reduce((sum, w) => sum + (typeof w === "number" ? w : w[0]), 0);
  const high = stated.reduce((sum, w) => sum + (typeof w === "number" ? w : w[1]), 0);
  if (low > 100 || high < 100) {
    report(["domains"], `weight ranges add up to ${low}\u2013${high}, which does not hold 100`);
  }
}
function tasks(yaml, report) {
  const known = yaml.domains.flatMap((domain2) => domain2.tasks.map((task) => task.id));
  const seen = /* @__PURE__ */ new Set();
  yaml.domains.forEach((domain2, d) => {
    domain2.tasks.forEach((task, t) => {
      const path = ["domains", d, "tasks", t];
      if (seen.has(task.id)) report([...path, "id"], `task "${task.id}" appears twice`);
      seen.add(task.id);
      if (`d${task.id.split(".")[0]}` !== domain2.id) {
        report([...path, "id"], `task "${task.id}" stands in domain ${domain2.id}`);
      }
      task["mix-with"].forEach((other, m) => {
        if (!known.includes(other)) {
          report([...path, "mix-with", m], `no task "${other}"${didYouMean(other, known)}`);
        }
      });
    });
  });
  yaml.activities.forEach((activity2, a) => {
    activity2.tasks.forEach((task, t) => {
      if (!known.includes(task)) {
        report(["activities", a, "tasks", t], `no task "${task}"${didYouMean(task, known)}`);
      }
    });
  });
  for (const task of known) {
    const served = yaml.activities.some(
      (activity2) => activity2.depth === "essential" && activity2.for === void 0 && activity2.tasks.includes(task) && (isReading(activity2.kind) || activity2.kind === "lab")
    );
    if (!served) report(["activities"], `task ${task} has no essential docs, course, video or lab`);
  }
}
function edges(yaml, report) {
  const ids = yaml.activities.map((activity2) => activity2.id);
  yaml.activities.forEach((activity2, a) => {
    activity2.after.forEach((other, e) => {
      const path = ["activities", a, "after", e];
      if (other === activity2.id) report(path, `"${other}" cannot come after itself`);
      else if (!ids.includes(other)) {
        report(path, `no activity "${other}"${didYouMean(other, ids)}`);
      }
    });
  });
  const cycle = findCycle(new Map(yaml.activities.map((item) => [item.id, item.after])));
  if (cycle && new Set(cycle).size > 1) {
    report(
      ["activities", ids.indexOf(cycle[0] ?? ""), "after"],
      `the order runs in a circle: ${cycle.join(" \u2192 ")}`
    );
  }
}
function kinds(yaml, report) {
  const guide = yaml.activities.findIndex((activity2) => activity2.id === yaml.guide);
  const guideActivity = yaml.activities[guide];
  if (!guideActivity) {
    report(["guide"], `no activity "${yaml.guide}"`);
  } else {
    if (guideActivity.kind !== "docs" || guideActivity.depth !== "essential") {
      report(["activities", guide], "the exam guide is an essential activity of kind docs");
    }
    if (guideActivity.after.length > 0 || Object.keys(guideActivity["builds-on"]).length > 0) {
      report(["activities", guide], "the exam guide comes first: it builds on nothing");
    }
  }
  yaml.activities.forEach((activity2, a) => {
    const path = ["activities", a];
    if (activity2.kind === "lab" && !activity2.lab) {
      report(path, `lab "${activity2.id}" says no steps and tear-down (key "lab")`);
    }
    if (activity2.kind !== "lab" && activity2.lab) {
      report([...path, "lab"], `only a lab has the key "lab"; this is kind ${activity2.kind}`);
    }
    if (activity2.kind === "project") {
      const sum = (activity2.steps ?? []).reduce((total, step) => total + step.minutes, 0);
      if (sum !== activity2.minutes.value) {
        report(
          [...path, "minutes", "value"],
          `the steps of "${activity2.id}" take ${sum} minutes, the project ${activity2.minutes.value}`
        );
      }
    } else if (activity2.steps) {
      report([...path, "steps"], "only a project has steps");
    }
  });
  const exams = yaml.activities.filter((activity2) => activity2.kind === "practice-exam");
  if (exams.length < 2) report(["activities"], "at least two practice exams are needed");
  if (!exams.some((exam) => exam.depth === "essential")) {
    report(["activities"], "at least one practice exam is essential");
  }
  for (const domain2 of yaml.domains) {
    const own = new Set(domain2.tasks.map((task) => task.id));
    const set = yaml.activities.some(
      (activity2) => activity2.kind === "practice-questions" && activity2.depth !== "thorough" && activity2.tasks.every((task) => own.has(task))
    );
    if (!set) report(["activities"], `domain ${domain2.id} has no practice questions of its own`);
  }
}
function life(yaml, report) {
  const { lifecycle } = yaml;
  const first = lifecycle["first-exam"];
  const last = lifecycle["last-exam"];
  const general = lifecycle["general-availability"];
  if (first && last && first > last) {
    report(["lifecycle", "last-exam"], `the last exam day ${last} is before the first, ${first}`);
  }
  if (first && general && first > general) {
    report(["lifecycle", "general-availability"], "general availability is before the first exam");
  }
}
function curriculumFaults(yaml) {
  const faults = [];
  const report = (path, message) => faults.push({ path, message });
  uniqueIds(
    yaml.activities.map((activity2) => activity2.id),
    (index) => ["activities", index, "id"],
    report
  );
  uniqueIds(
    yaml.domains.map((domain2) => domain2.id),
    (index) => ["domains", index, "id"],
    report
  );
  weights(yaml, report);
  tasks(yaml, report);
  edges(yaml, report);
  kinds(yaml, report);
  life(yaml, report);
  return faults;
}
function foundationsFaults(yaml) {
  const faults = [];
  const report = (path, message) => faults.push({ path, message });
  const places = yaml.skills.flatMap(
    (skill, s) => skill.steps.flatMap(
      (step, t) => step.bridges.map((bridge2, b) => ({
        bridge: bridge2,
        path: ["skills", s, "steps", t, "bridges", b]
      }))
    )
  );
  const ids = places.map((place) => place.bridge.id);
  uniqueIds(ids, (index) => [...places[index]?.path ?? [], "id"], report);
  for (const { bridge: bridge2, path } of places) {
    for (const [key, other] of [
      ...bridge2.after.map((id, index) => [["after", index], id]),
      ...bridge2.overlaps ? [[["overlaps"], bridge2.overlaps]] : []
    ]) {
      if (!ids.includes(other)) {
        report([...path, ...key], `no bridge "${other}"${didYouMean(other, ids)}`);
      }
    }
  }
  const cycle = findCycle(new Map(places.map(({ bridge: bridge2 }) => [bridge2.id, bridge2.after])));
  if (cycle) report(["skills"], `the order runs in a circle: ${cycle.join(" \u2192 ")}`);
  yaml.skills.forEach((skill, s) => {
    skill.steps.forEach((step, t) => {
      if (step.from !== t || step.to !== t + 1) {
        report(["skills", s, "steps", t, "from"], `expected the step from ${t} to ${t + 1}`);
      }
    });
  });
  return faults;
}

// src/curriculum/schema.ts
import * as z from "zod";
var slug = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'expected lower-case letters, digits, ".", "_" or "-"');
var line = z.string().trim().min(1).max(400).regex(/^[^\p{Cc}\p{Cf}]*$/u, "expected one line of text without control characters");
var webAddress = z.string().max(600).regex(/^https?:\/\/[^\s"<>\\^`{|}]+$/, "expected an http or https address");
var date = z.iso.date("expected a date, YYYY-MM-DD");
var level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
var skillLevels = z.partialRecord(z.enum(SKILLS), level);
var dollars = z.number().min(0).max(2e4);
var minutes = z.strictObject({
  value: z.int().min(5).max(1200),
  basis: z.enum(MINUTES_BASES),
  checked: date
});
var domain = z.strictObject({
  id: z.string().regex(/^d[1-9]$/, "expected d1 to d9"),
  title: line,
  weight: z.union([
    z.number().min(1).max(100),
    z.tuple([z.number().min(1).max(100), z.number().min(1).max(100)])
  ]),
  tasks: z.array(
    z.strictObject({
      id: z.string().regex(/^[1-9]\.[1-9][0-9]?$/, 'expected an id like "1.2", in quotes'),
      title: line,
      topics: z.array(line).default([]),
      "mix-with": z.array(z.string()).default([]),
      checks: z.array(line).min(3)
    })
  ).min(1)
});
var lab = z.strictObject({
  setup: z.array(line).default([]),
  steps: z.array(line).min(1),
  teardown: z.array(line).min(1),
  "bills-while-idle": z.boolean(),
  billing: z.array(line).default([]),
  stops: z.array(line).default([])
});
var activity = z.strictObject({
  id: slug,
  kind: z.enum(CURRICULUM_KINDS),
  title: line,
  publisher: line.optional(),
  url: webAddress,
  minutes,
  "cost-usd": dollars.nullable(),
  verified: line.optional(),
  tasks: z.array(z.string()).min(1),
  "builds-on": skillLevels.default({}),
  teaches: skillLevels.optional(),
  after: z.array(slug).default([]),
  depth: z.enum(DEPTHS),
  for: z.literal("beginners").optional(),
  first: line.optional(),
  questions: z.int().min(1).max(400).optional(),
  lab: lab.optional(),
  steps: z.array(z.strictObject({ title: line, minutes: z.int().min(20).max(240) })).min(1).optional(),
  teardown: z.array(line).optional()
});
var curriculumSchema = z.strictObject({
  id: slug,
  vendor: z.enum(VENDORS),
  name: line,
  "exam-code": line,
  level: z.enum(["foundational", "associate", "professional", "specialty"]),
  checked: date,
  lifecycle: z.strictObject({
    "first-exam": date.nullable(),
    "general-availability": date.nullable(),
    "last-exam": date.nullable(),
    note: line.optional()
  }),
  successors: z.array(slug).default([]),
  exam: z.strictObject({
    minutes: z.int().min(20).max(400),
    "minutes-note": line.optional(),
    questions: z.union([z.int(), z.tuple([z.int(), z.int()])]).nullable(),
    "questions-scored": z.int().nullable(),
    "passing-score": z.number().nullable(),
    "score-scale": z.tuple([z.number(), z.number()]).nullable(),
    "price-usd": dollars.nullable(),
    "question-types": z.array(line),
    style: line,
    retake: z.strictObject({ "wait-days": z.int().min(0).max(400), rules: line }),
    "reschedule-days": z.int().min(0).max(60),
    beta: z.strictObject({
      "exam-code": line,
      questions: z.int().nullable(),
      minutes: z.int().nullable(),
      "price-usd": dollars.nullable()
    }).optional()
  }),
  "validity-months": z.int().min(1).max(120).nullable(),
  renewal: z.strictObject({
    text: line,
    "opens-months-before": z.number().min(0).max(60).nullable()
  }),
  experience: line,
  requires: skillLevels,
  services: z.array(line).default([]),
  notes: z.array(line).default([]),
  sources: z.array(z.strictObject({ fact: line, url: webAddress, seen: line })).min(1),
  guide: slug,
  domains: z.array(domain).min(1),
  activities: z.array(activity).min(1).max(2e3)
});
var bridge = z.strictObject({
  id: slug,
  kind: z.enum(["docs", "course", "video", "lab", "exercise"]),
  title: line,
  publisher: line.optional(),
  url: webAddress.nullable(),
  minutes,
  "cost-usd": dollars.nullable(),
  verified: line.optional(),
  role: z.enum(["core", "alternative", "extra"]),
  for: z.array(z.enum(VENDORS)).optional(),
  overlaps: slug.optional(),
  after: z.array(slug).default([]),
  first: line.optional(),
  "done-when": line.optional(),
  note: line.optional(),
  teardown: z.array(line).optional()
});
var foundationsSchema = z.strictObject({
  checked: date,
  notes: z.array(line).default([]),
  sources: z.array(z.strictObject({ fact: line, url: webAddress.nullable(), seen: line })).min(1),
  skills: z.array(
    z.strictObject({
      id: z.enum(SKILLS),
      name: line,
      levels: z.array(z.strictObject({ level, "can-do": z.array(line).min(1) })).length(5),
      "self-check": z.array(line).default([]),
      steps: z.array(
        z.strictObject({
          from: level,
          to: level,
          goal: line,
          bridges: z.array(bridge).min(1)
        })
      ).length(4)
    })
  )
});

// src/curriculum/read-yaml.ts
var MAX_YAML_BYTES = 1e6;
var MOST_FAULTS = 100;
var MAX_NESTING = 64;
var DEEP_LINE = /^(?:[ \t]|[-?:][ \t]){256}/m;
function nestsTooDeeply(text) {
  if (DEEP_LINE.test(text)) return true;
  let depth = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === "[" || token === "{") depth += 1;
    else if (token === "]" || token === "}") depth -= 1;
    if (depth > MAX_NESTING) return true;
  }
  return false;
}
function readChecked(text, schema, rules) {
  if (text.length > MAX_YAML_BYTES) {
    return {
      ok: false,
      faults: [{ line: 1, column: 1, message: "the file is larger than 1 MB" }]
    };
  }
  if (nestsTooDeeply(text)) {
    return {
      ok: false,
      faults: [{ line: 1, column: 1, message: "lists and maps are nested too deeply" }]
    };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: "1.2" });
  if (document.errors.length > 0) {
    return {
      ok: false,
      faults: document.errors.slice(0, MOST_FAULTS).map((error) => {
        const { line: line2, col } = lines.linePos(error.pos[0]);
        return { line: line2, column: col, message: `not valid YAML: ${error.message}` };
      })
    };
  }
  const placeOf = (node) => {
    const { line: line2, col } = lines.linePos(node.range?.[0] ?? 0);
    return { line: line2, column: col };
  };
  const positionOf = (path) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = nodeAt(document.contents, path.slice(0, length));
      if (node?.range) {
        const { line: line2, col } = lines.linePos(node.range[0]);
        return { line: line2, column: col };
      }
    }
    return { line: 1, column: 1 };
  };
  const place = (fault) => ({
    ...positionOf(fault.path),
    message: fault.path.length > 0 ? `${formatPath(fault.path)}: ${fault.message}` : fault.message
  });
  const anchors = /* @__PURE__ */ new Set();
  const dangling = [];
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) {
        if (node.anchor !== void 0) anchors.add(node.anchor);
      } else if (!anchors.has(node.source)) {
        dangling.push({
          ...placeOf(node),
          message: `not valid YAML: Unresolved alias ${node.source}`
        });
      }
    }
  });
  if (dangling.length > 0) return { ok: false, faults: dangling };
  let data;
  try {
    data = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return {
      ok: false,
      faults: [{ line: 1, column: 1, message: `not usable YAML: ${String(error)}` }]
    };
  }
  const result = schema.safeParse(data, { reportInput: true });
  if (!result.success) {
    return {
      ok: false,
      faults: result.error.issues.slice(0, MOST_FAULTS).map((issue) => {
        const path = issue.path.filter(isKey);
        const fault = place({ path, message: issueMessage(issue) });
        if (issue.code !== "unrecognized_keys") return fault;
        const key = keyNode(nodeAt(document.contents, path), issue.keys[0] ?? "");
        return key ? { ...fault, ...placeOf(key) } : fault;
      })
    };
  }
  const faults = rules(result.data);
  return faults.length > 0 ? { ok: false, faults: faults.slice(0, MOST_FAULTS).map(place) } : { ok: true, value: result.data };
}
var isKey = (key) => typeof key !== "symbol";
function keyNode(map, key) {
  const items = isNode(map) && "items" in map ? map.items : [];
  const pair = items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key
  );
  return isPair(pair) && isNode(pair.key) ? pair.key : null;
}
function nodeAt(root, path) {
  let node = root;
  let shown = isNode(root) ? root : null;
  for (const key of path) {
    const items = isNode(node) && "items" in node ? node.items : null;
    if (!items) return null;
    if (typeof key === "number") {
      node = items[key];
    } else {
      const pair = items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key
      );
      node = isPair(pair) ? pair.value : void 0;
    }
    if (!isNode(node)) return null;
    shown = node;
  }
  return shown;
}
function issueMessage(issue) {
  const given = "input" in issue && issue.input !== void 0 ? issue.input : void 0;
  const shown = given === void 0 || typeof given === "object" ? "" : `, got ${JSON.stringify(given)?.slice(0, 80) ?? ""}`;
  switch (issue.code) {
    case "invalid_type":
      return given === void 0 ? `this key is missing (expected ${issue.expected})` : `expected ${issue.expected === "int" ? "a whole number" : issue.expected}${shown}`;
    case "unrecognized_keys":
      return `unknown key ${issue.keys.map((key) => `"${key}"`).join(", ")}`;
    case "invalid_union":
      return given === void 0 ? "this key is missing" : `not a value that fits here${shown}`;
    case "invalid_value":
      return `${given === void 0 ? "this key is missing: " : ""}expected one of ${issue.values.map(String).join(", ")}${shown}`;
    case "too_small":
      return `expected at least ${String(issue.minimum)}${issue.origin === "array" ? " entries" : ""}${shown}`;
    case "too_big":
      return `expected at most ${String(issue.maximum)}${issue.origin === "string" ? " characters" : ""}${shown}`;
    default:
      return `${issue.message}${shown}`;
  }
}
var parseCurriculum = (text) => {
  const parsed = readChecked(text, curriculumSchema, curriculumFaults);
  return parsed.ok ? { ok: true, value: fromYaml(parsed.value) } : parsed;
};
var parseFoundations = (text) => {
  const parsed = readChecked(text, foundationsSchema, foundationsFaults);
  return parsed.ok ? { ok: true, value: foundationsFromYaml(parsed.value) } : parsed;
};
var formatFaults = (file, faults) => faults.map((fault) => `${file}:${fault.line}:${fault.column}  ${fault.message}`).join("\n");
function valueOrFaults(file, parsed) {
  if (parsed.ok) return parsed.value;
  throw badInput(
    "bad-curriculum",
    formatFaults(file, parsed.faults),
    `certplan curriculum check ${file} lists all faults of the file`
  );
}

// tests/support/curricula.ts
var CERTIFICATIONS = [
  "aws-mls-c01",
  "aws-mla-c02",
  "azure-ai-102",
  "azure-ai-103"
];
var curriculumText = (id) => readFileSync(new URL(`/work/main/curricula/${id}.yaml`, import.meta.url), "utf8");
var curricula = /* @__PURE__ */ new Map();
function curriculum(id) {
  let found = curricula.get(id);
  if (!found) {
    found = valueOrFaults(id, parseCurriculum(curriculumText(id)));
    curricula.set(id, found);
  }
  return found;
}
var foundationsCache = null;
function foundations() {
  foundationsCache ??= valueOrFaults(
    "foundations",
    parseFoundations(curriculumText("foundations"))
  );
  return foundationsCache;
}

// src/time/civil-date.ts
import { UTCDateMini } from "@date-fns/utc/date/mini";
import { addDays as addDaysTo } from "date-fns/addDays";
import { addMonths as addMonthsTo } from "date-fns/addMonths";
import { getISOWeek } from "date-fns/getISOWeek";
import { getISOWeekYear } from "date-fns/getISOWeekYear";
var WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
var MILLISECONDS_PER_DAY = 864e5;
var FORM = /^\d{4}-\d{2}-\d{2}$/;
function isCivilDate(text) {
  if (!FORM.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return false;
  return text >= "1970-01-01" && text < "2200-01-01";
}
function dayNumber(date2) {
  return Math.round(Date.parse(`${date2}T00:00:00Z`) / MILLISECONDS_PER_DAY);
}
function civilDate(day) {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}
var utc = (date2) => new UTCDateMini(`${date2}T00:00:00Z`);
var civil = (date2) => date2.toISOString().slice(0, 10);
var addDays = (date2, days) => civil(addDaysTo(utc(date2), days));
var weekdayIndex = (day) => ((day + 3) % 7 + 7) % 7;
var weekdayOf = (date2) => WEEKDAYS[weekdayIndex(dayNumber(date2))] ?? "mon";

// src/learner/window-offer.ts
var BREAK_MINUTES = 10;
function offeredMinutes(length, sessionMinutes, unbroken = []) {
  let best = Math.max(0, ...unbroken.filter((minutes2) => minutes2 <= length));
  for (let sittings = 1; ; sittings += 1) {
    const room = length - BREAK_MINUTES * (sittings - 1);
    if (room <= 0) return best;
    best = Math.max(best, Math.min(sittings * sessionMinutes, room));
    if (sittings * sessionMinutes >= room) return best;
  }
}

// src/time/wall-clock.ts
import { tzOffset } from "@date-fns/tz/tzOffset";
var MINUTES_PER_DAY = 1440;
function formatMinute(minute) {
  const hours = Math.floor(minute / 60);
  return `${String(hours).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

// src/learner/windows.ts
var EXAMPLE = 'write for example "mon,wed 19:00-21:00; sat 09:00-12:30" or "mon-fri 06:00-07:00"';
var DAY_NAMES = [
  ["mon", "monday", "mondays"],
  ["tue", "tues", "tuesday", "tuesdays"],
  ["wed", "weds", "wednesday", "wednesdays"],
  ["thu", "thur", "thurs", "thursday", "thursdays"],
  ["fri", "friday", "fridays"],
  ["sat", "saturday", "saturdays"],
  ["sun", "sunday", "sundays"]
];
var MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;
function parseDays(text, part) {
  const index = (name) => {
    const day = DAY_NAMES.findIndex((names) => names.includes(name));
    if (day < 0) {
      throw badInput("bad-window", `--when "${part}": "${name}" is no weekday`, EXAMPLE);
    }
    return day;
  };
  const days = /* @__PURE__ */ new Set();
  for (const piece of text.split(",")) {
    if (piece === "daily" || piece === "everyday") {
      for (let day = 0; day < 7; day += 1) days.add(day);
    } else if (piece === "weekdays") {
      for (let day = 0; day < 5; day += 1) days.add(day);
    } else if (piece === "weekends" || piece === "weekend") {
      days.add(5).add(6);
    } else {
      const [first = "", last] = piece.split("-");
      const from = index(first);
      const to = last === void 0 ? from : index(last);
      for (let step = 0; step <= (to - from + 7) % 7; step += 1) days.add((from + step) % 7);
    }
  }
  return [...days].sort((a, b) => a - b).map((day) => WEEKDAYS[day] ?? "mon");
}
function parseMinute(text, part) {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!match || Number(match[2]) > 59 || minute > MINUTES_PER_DAY) {
    throw badInput("bad-window", `--when "${part}": "${text}" is no time of day`, EXAMPLE);
  }
  return minute;
}
function parseWindows(text) {
  const windows = [];
  for (const raw of text.split(";")) {
    const part = raw.trim().toLowerCase().replace(/\s+/g, " ");
    if (part === "") continue;
    const match = /^([a-z][a-z, -]*?) ?(\d[\d:,\s-]*)$/.exec(part.replace(/[–—]/g, "-"));
    if (!match) throw badInput("bad-window", `--when "${raw.trim()}" cannot be read`, EXAMPLE);
    const days = parseDays((match[1] ?? "").replace(/ /g, ""), part);
    for (const span of (match[2] ?? "").replace(/ /g, "").split(",")) {
      const [start = "", end = "", more] = span.split("-");
      if (end === "" || more !== void 0) {
        throw badInput("bad-window", `--when "${part}": "${span}" is no span of time`, EXAMPLE);
      }
      const from = parseMinute(start, part);
      const until = parseMinute(end, part);
      if (from === MINUTES_PER_DAY) {
        throw badInput("bad-window", `--when "${part}": a window cannot start at 24:00`, EXAMPLE);
      }
      const to = until > from ? until : until + MINUTES_PER_DAY;
      for (const weekday of days) windows.push({ weekday, from, to });
    }
  }
  if (windows.length === 0) throw badInput("bad-window", "--when names no window", EXAMPLE);
  const sorted = sortWindows(windows);
  refuseOverlap(sorted);
  return sorted;
}
var startInWeek = (window) => WEEKDAYS.indexOf(window.weekday) * MINUTES_PER_DAY + window.from;
var sortWindows = (windows) => [...windows].sort((a, b) => startInWeek(a) - startInWeek(b) || a.to - b.to);
function refuseOverlap(windows) {
  windows.forEach((window, index) => {
    const next = windows[(index + 1) % windows.length];
    if (!next || next === window && windows.length > 1) return;
    const nextStart = startInWeek(next) + (index + 1 === windows.length ? MINUTES_PER_WEEK : 0);
    if (startInWeek(window) + (window.to - window.from) > nextStart) {
      throw badInput(
        "overlapping-windows",
        `--when: ${formatWindow(window)} and ${formatWindow(next)} overlap`,
        "windows may touch, but not overlap: join them or shorten one"
      );
    }
  });
}
var formatWindow = (window) => `${window.weekday} ${formatMinute(window.from)}-${formatEnd(window)}`;
var formatEnd = (window) => formatMinute(window.to > MINUTES_PER_DAY ? window.to - MINUTES_PER_DAY : window.to);

// src/learner/choose-windows.ts
var MINUTES_FOR_A_LONG_WINDOW = 300;
var SHORTEST_WINDOW = 30;
var STEP = 5;
var at = (hour) => hour * 60;
var WORKDAYS = WEEKDAYS.slice(0, 5);
var CANDIDATES = [
  { days: ["tue", "thu", "mon", "wed"], from: at(19), to: at(21) },
  { days: ["sat"], from: at(9), to: at(13) },
  { days: ["sun"], from: at(9), to: at(13) },
  { days: ["tue", "thu", "mon", "wed", "fri"], from: at(19), to: at(22) },
  { days: ["sat", "sun"], from: at(14), to: at(18) },
  { days: ["sat", "sun"], from: at(19), to: at(22) },
  { days: WORKDAYS, from: at(8), to: at(12) },
  { days: WORKDAYS, from: at(13), to: at(17) }
];
function chooseWindows(minutesPerWeek, sessionMinutes, longestUnbroken) {
  const chosen = /* @__PURE__ */ new Map();
  const offer = (length) => offeredMinutes(length, sessionMinutes, [longestUnbroken]);
  const offered = () => [...chosen.values()].reduce((sum, window) => sum + offer(window.to - window.from), 0);
  if (minutesPerWeek >= MINUTES_FOR_A_LONG_WINDOW) {
    const length = Math.max(120, Math.ceil(longestUnbroken / 30) * 30);
    chosen.set("sat-540", { weekday: "sat", from: at(9), to: at(9) + length });
  }
  for (const candidate of CANDIDATES) {
    for (const weekday of candidate.days) {
      const missing2 = minutesPerWeek - offered();
      if (missing2 <= 0) return sortWindows([...chosen.values()]);
      const key = `${weekday}-${candidate.from}`;
      const present = chosen.get(key);
      const longest = candidate.to - candidate.from;
      let length = present ? present.to - present.from : SHORTEST_WINDOW;
      const base = present ? offer(length) : 0;
      if (present && length >= longest) continue;
      while (length < longest && offer(length) - base < missing2) length += STEP;
      chosen.set(key, { weekday, from: candidate.from, to: candidate.from + length });
    }
  }
  return sortWindows([...chosen.values()]);
}

// src/time/parse-date.ts
var LONG_NAMES = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday"
];
function parseDate(text, today, what) {
  const word = text.trim().toLowerCase();
  if (isCivilDate(word)) return word;
  if (word === "today") return today;
  if (word === "tomorrow") return addDays(today, 1);
  if (word === "yesterday") return addDays(today, -1);
  const ahead = /^\+(\d{1,4})([dw])$/.exec(word);
  if (ahead) {
    const date2 = addDays(today, Number(ahead[1]) * (ahead[2] === "w" ? 7 : 1));
    if (isCivilDate(date2)) return date2;
  }
  const short = WEEKDAYS.indexOf(word);
  const index = short >= 0 ? short : LONG_NAMES.indexOf(word);
  if (index >= 0) {
    const from = WEEKDAYS.indexOf(weekdayOf(today));
    return addDays(today, (index - from + 6) % 7 + 1);
  }
  throw badInput(
    "bad-date",
    `${what}: "${text}" is not a date`,
    "write 2027-01-20, today, tomorrow, a weekday, +3d or +2w"
  );
}

// src/learner/days-off.ts
var LONGEST_RANGE_DAYS = 3660;
function parseDaysOff(options, today) {
  const days = /* @__PURE__ */ new Set();
  for (const part of options.flatMap((option) => option.split(","))) {
    const text = part.trim();
    if (text === "") continue;
    const [first = "", last, more] = text.split("..");
    if (more !== void 0 || first === "" || last === "") {
      throw badInput(
        "bad-date",
        `--off "${text}" is no date and no range`,
        "write 2026-12-24 or 2026-12-24..2027-01-02"
      );
    }
    const from = dayNumber(parseDate(first, today, "--off"));
    const to = last === void 0 ? from : dayNumber(parseDate(last, today, "--off"));
    if (to < from) {
      throw badInput(
        "bad-date",
        `--off "${text}" ends before it starts`,
        "put the earlier date first"
      );
    }
    if (to - from > LONGEST_RANGE_DAYS) {
      throw badInput("bad-date", `--off "${text}" is longer than ten years`, "check the years");
    }
    for (let day = from; day <= to; day += 1) days.add(day);
  }
  return [...days].sort((a, b) => a - b).map(civilDate);
}

// src/learner/skills.ts
var isSkill = (name) => SKILLS.includes(name);
function parseLevel(text, skill) {
  const word = text.trim().toLowerCase();
  const byName = LEVEL_NAMES.indexOf(word);
  const level2 = LEVELS.find((value) => String(value) === word || value === byName);
  if (level2 === void 0) {
    throw badInput(
      "bad-level",
      `--skill ${skill}=${text}: "${text}" is no level`,
      "levels are 0 none, 1 aware, 2 basic, 3 working, 4 strong"
    );
  }
  return level2;
}
function parseSkills(options) {
  const given = /* @__PURE__ */ new Map();
  for (const part of options.flatMap((option) => option.split(","))) {
    const text = part.trim();
    if (text === "") continue;
    const [name = "", ...rest] = text.split("=").map((piece) => piece.trim());
    const level2 = rest.length > 0 ? rest.join("=") : void 0;
    if (level2 === void 0 || level2 === "") {
      throw badInput(
        "bad-skill",
        `--skill ${text}: a level is missing`,
        "write NAME=LEVEL, for example python=3"
      );
    }
    if (!isSkill(name)) {
      throw badInput(
        "unknown-skill",
        `--skill ${text}: there is no skill "${name}"${didYouMean(name, SKILLS)}`,
        `skills are ${SKILLS.join(", ")}`
      );
    }
    given.set(name, parseLevel(level2, name));
  }
  return given;
}
var below = (level2) => LEVELS[Math.max(0, level2 - 1)] ?? 0;
var lower = (a, b) => a < b ? a : b;
var INFERENCES = {
  // One below the weaker of its two legs: knowing statistics and Python is not yet modelling.
  ml: {
    from: ["statistics", "python"],
    level: (of) => below(lower(of("statistics"), of("python")))
  },
  // Who handles access management has met a cloud.
  "cloud-aws": { from: ["iam"], level: (of) => of("iam") },
  "cloud-azure": { from: ["iam"], level: (of) => of("iam") },
  "cloud-google": { from: ["iam"], level: (of) => of("iam") },
  notebooks: { from: ["python"], level: (of) => of("python") },
  "sql-data": { from: ["python"], level: (of) => below(of("python")) },
  math: { from: ["statistics"], level: (of) => below(of("statistics")) },
  "git-terminal": { from: ["python"], level: (of) => below(of("python")) },
  "responsible-ai": { from: ["ml"], level: (of) => below(of("ml")) },
  monitoring: { from: ["iam"], level: (of) => below(of("iam")) }
};
var isInferable = (skill) => skill in INFERENCES;
function completeSkills(given) {
  const known = /* @__PURE__ */ new Map();
  const resolve = (skill) => {
    const found = known.get(skill);
    if (found) return found;
    const level2 = given.get(skill);
    let result;
    if (level2 !== void 0) {
      result = { level: level2, source: "given" };
    } else if (isInferable(skill)) {
      const rule = INFERENCES[skill];
      const grounded = rule.from.some((source) => resolve(source).source !== "assumed");
      result = {
        level: rule.level((source) => resolve(source).level),
        source: grounded ? "inferred" : "assumed"
      };
    } else {
      result = { level: 1, source: "assumed" };
    }
    known.set(skill, result);
    return result;
  };
  return Object.fromEntries(SKILLS.map((skill) => [skill, resolve(skill)]));
}

// src/memory/memory.ts
import { FSRS } from "../../../node_modules/ts-fsrs/dist/index.mjs";
var scheduler = new FSRS({ enable_fuzz: false, enable_short_term: false });

// src/schedule/open-ended.ts
var LONGEST_PLAN_DAYS = 366 * 20;

// src/workload/cut/program.ts
function oneStaysPerTask(items) {
  const readings = /* @__PURE__ */ new Map();
  const labs = /* @__PURE__ */ new Map();
  items.forEach((item, index) => {
    if (item.kind === "project") return;
    const byTask = item.kind === "lab" ? labs : readings;
    for (const task of new Set(item.tasks)) {
      byTask.set(task, [...byTask.get(task) ?? [], index]);
    }
  });
  const onlyLabs = [...labs].filter(([task]) => !readings.has(task));
  return [...readings.values(), ...onlyLabs.map(([, indices]) => indices)];
}
function rulesOf(items) {
  const indices = new Map(items.map((item, index) => [item.id, index]));
  const edges2 = items.flatMap(
    (item, index) => [...new Set(item.after)].flatMap((id) => {
      const before = indices.get(id);
      return before === void 0 || before === index ? [] : [[before, index]];
    })
  );
  return { oneStays: oneStaysPerTask(items), edges: edges2 };
}

// src/workload/cut/lower-bound.ts
var ROUNDING = 1e-6;
function against({ reduced }, item, isCut) {
  const cost = reduced[item] ?? 0;
  return Math.max(0, isCut ? cost : -cost);
}
var sumOf = (numbers) => numbers.reduce((sum, each) => sum + each, 0);
function rowsOf(program) {
  const unit = Math.max(1, sumOf(program.minutes) / Math.max(1, program.minutes.length));
  const saving = {
    terms: program.minutes.map((minutes2, item) => [item, minutes2 / unit]),
    atLeast: program.need / unit
  };
  return [
    ...program.need > 0 ? [saving] : [],
    ...program.oneStays.map(
      (set) => ({ terms: set.map((item) => [item, -1]), atLeast: 1 - set.length })
    ),
    ...program.edges.map(
      ([before, item]) => ({
        terms: [
          [item, 1],
          [before, -1]
        ],
        atLeast: 0
      })
    )
  ];
}
function boundAt(program, rows, prices, settled) {
  const reduced = [...program.cost];
  let value = 0;
  for (const [index, { terms, atLeast }] of rows.entries()) {
    const price = prices[index] ?? 0;
    if (price === 0) continue;
    value += price * atLeast;
    for (const [item, coefficient] of terms) {
      reduced[item] = (reduced[item] ?? 0) - price * coefficient;
    }
  }
  for (const [item, cost] of reduced.entries()) {
    if (settled[item] ?? cost < 0) value += cost;
  }
  return { value, reduced, prices };
}
function missing(rows, { reduced, prices }, settled) {
  const isCut = reduced.map((cost, item) => settled[item] ?? cost < 0);
  return rows.map(({ terms, atLeast }, index) => {
    let gap = atLeast;
    for (const [item, coefficient] of terms) {
      if (isCut[item]) gap -= coefficient;
    }
    return gap < 0 && (prices[index] ?? 0) === 0 ? 0 : gap;
  });
}
var ROUNDS = 500;
var PATIENCE = 10;
var FIRST_STEP = 1 / 20;
var FIRST_STEP_FROM_PARENT = 1 / 200;
var LAST_STEP = 1e-6;
function lowerBound(program, settled = [], parent) {
  const rows = rowsOf(program);
  const allCosts = sumOf(program.cost.map(Math.abs));
  let best = boundAt(program, rows, parent?.prices ?? rows.map(() => 0), settled);
  let current = best;
  let step = allCosts * (parent ? FIRST_STEP_FROM_PARENT : FIRST_STEP);
  let patience = PATIENCE;
  for (let round = 0; round < ROUNDS && step > allCosts * LAST_STEP; round++) {
    const direction = missing(rows, current, settled);
    const square = sumOf(direction.map((gap) => gap * gap));
    if (square === 0) break;
    const prices = current.prices.map(
      (price, index) => Math.max(0, price + step * (direction[index] ?? 0) / square)
    );
    current = boundAt(program, rows, prices, settled);
    patience -= 1;
    if (current.value > best.value) {
      best = current;
      patience = PATIENCE;
    } else if (patience === 0) {
      step /= 2;
      patience = PATIENCE;
      current = best;
    }
  }
  return best;
}

// src/workload/cut/settle.ts
function settle(program, settled, limits) {
  const isPossible = (item, isCut) => limits.every((limit) => against(limit, item, isCut) <= limit.allowed);
  const cut = [...settled];
  let grew = false;
  let sound = true;
  const decide2 = (item, isCut) => {
    if (cut[item] === isCut) return;
    if (cut[item] === null) {
      cut[item] = isCut;
      grew = true;
    } else {
      sound = false;
    }
  };
  for (const item of cut.keys()) {
    if (settled[item] !== null) continue;
    if (!isPossible(item, true)) decide2(item, false);
    if (!isPossible(item, false)) decide2(item, true);
  }
  do {
    grew = false;
    for (const [before, item] of program.edges) {
      if (cut[before] === true) decide2(item, true);
      if (cut[item] === false) decide2(before, false);
    }
    for (const set of program.oneStays) {
      const [first, ...others] = set.filter((item) => cut[item] !== true);
      if (first === void 0) sound = false;
      else if (others.length === 0) decide2(first, false);
    }
  } while (grew && sound);
  return sound ? cut : null;
}

// src/workload/cut/stages.ts
var writes = (note, item) => note.item === null || note.item === item;
function notesOf(program, settled) {
  const isOpen = (item) => settled[item] === null;
  const note = (item, users) => ({
    item,
    users,
    open: users.length,
    written: false,
    slot: null
  });
  const neighbours = /* @__PURE__ */ new Map();
  for (const [before, item] of program.edges) {
    if (!isOpen(before) || !isOpen(item)) continue;
    neighbours.set(before, (neighbours.get(before) ?? /* @__PURE__ */ new Set([before])).add(item));
    neighbours.set(item, (neighbours.get(item) ?? /* @__PURE__ */ new Set([item])).add(before));
  }
  const sets = program.oneStays.filter((set) => !set.some((item) => settled[item] === false));
  return [
    ...sets.map((set) => note(null, set.filter(isOpen))),
    ...[...neighbours].map(([item, users]) => note(item, [...users]))
  ];
}
function growth(item, notes) {
  let sum = 0;
  for (const note of notes) {
    const willBeKept = (note.written || writes(note, item)) && note.open > 1;
    sum += Number(willBeKept) - Number(note.written);
  }
  return sum;
}
function stagesOf(program, settled) {
  const notes = notesOf(program, settled);
  const byUser = settled.map((_, item) => notes.filter((note) => note.users.includes(item)));
  const edges2 = new Set(program.edges.map(([before, item]) => `${before}>${item}`));
  const slots = [];
  const bitOf = (note) => {
    if (note.slot === null) {
      const free = slots.indexOf(false);
      note.slot = free < 0 ? slots.length : free;
      slots[note.slot] = true;
    }
    return 1n << BigInt(note.slot);
  };
  const bitsOf = (some) => some.reduce((mask, note) => mask | bitOf(note), 0n);
  const stageOf = (item) => {
    const used = byUser[item] ?? [];
    const others = used.filter((note) => note.written && note.item !== null);
    const sets = used.filter((note) => note.item === null);
    for (const note of used) {
      note.open -= 1;
      note.written ||= writes(note, item);
    }
    const done = used.filter((note) => note.open === 0);
    const stage = {
      item,
      before: bitsOf(others.filter((note) => edges2.has(`${note.item}>${item}`))),
      followers: bitsOf(others.filter((note) => edges2.has(`${item}>${note.item}`))),
      serves: bitsOf(sets),
      lastChance: bitsOf(sets.filter((note) => note.open === 0)),
      own: bitsOf(used.filter((note) => note.item === item && note.open > 0)),
      forget: bitsOf(done.filter((note) => note.slot !== null))
    };
    for (const { slot } of done) if (slot !== null) slots[slot] = false;
    return stage;
  };
  const open = new Set(settled.flatMap((value, item) => value === null ? [item] : []));
  const stages = [];
  while (open.size > 0) {
    let next = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const item of open) {
      const grown = growth(item, byUser[item] ?? []);
      if (grown < least) {
        least = grown;
        next = item;
      }
    }
    open.delete(next);
    stages.push(stageOf(next));
  }
  return stages;
}

// src/workload/cut/search.ts
var SAME = 1e-11;
var FIRST_GAP = 1 / 2e3;
var GAP_GROWTH = 2;
var NO_LIMIT = { reduced: [], allowed: 0 };
var bitOfItem = (item, items) => 1n << BigInt(items - 1 - item);
var isSmaller = (a, b) => a.count === b.count ? a.cut < b.cut : a.count < b.count;
var isBetter = (a, b) => Math.abs(a.cost - b.cost) > SAME ? a.cost < b.cost : isSmaller(a, b);
function decide(drafts, { item, before, followers: followers2, serves, lastChance, own, forget }, program, limits) {
  const cost = program.cost[item] ?? 0;
  const minutes2 = program.minutes[item] ?? 0;
  const bit = bitOfItem(item, program.cost.length);
  const [limit, limitToo] = limits;
  const ifKept = { over: against(limit, item, false), overToo: against(limitToo, item, false) };
  const ifCut = { over: against(limit, item, true), overToo: against(limitToo, item, true) };
  const byMemory = /* @__PURE__ */ new Map();
  const keep = (draft) => {
    if (draft.over > limit.allowed || draft.overToo > limitToo.allowed) return;
    let alike = byMemory.get(draft.memory);
    if (!alike) {
      alike = /* @__PURE__ */ new Map();
      byMemory.set(draft.memory, alike);
    }
    const other = alike.get(draft.saved);
    if (!other || isBetter(draft, other)) alike.set(draft.saved, draft);
  };
  for (const draft of drafts) {
    if ((draft.memory & before) === 0n) {
      keep({
        cost: draft.cost,
        saved: draft.saved,
        count: draft.count,
        cut: draft.cut,
        over: draft.over + ifKept.over,
        overToo: draft.overToo + ifKept.overToo,
        memory: (draft.memory | serves) & ~forget
      });
    }
    if ((draft.memory & followers2) === followers2 && (draft.memory & lastChance) === lastChance) {
      keep({
        cost: draft.cost + cost,
        saved: draft.saved + minutes2,
        count: draft.count + 1,
        cut: draft.cut | bit,
        over: draft.over + ifCut.over,
        overToo: draft.overToo + ifCut.overToo,
        memory: (draft.memory | own) & ~forget
      });
    }
  }
  return [...byMemory.values()].flatMap((alike) => [...alike.values()]);
}
function firstDraft(node, settled, [limit, limitToo]) {
  const { program } = node.goal;
  let [cost, saved, count, cut, over, overToo] = [0, 0, 0, 0n, 0, 0];
  for (const [item, isCut] of settled.entries()) {
    if (isCut === null) continue;
    if (node.settled[item] === null) {
      over += against(limit, item, isCut);
      overToo += against(limitToo, item, isCut);
    }
    if (!isCut) continue;
    cost += program.cost[item] ?? 0;
    saved += program.minutes[item] ?? 0;
    count += 1;
    cut |= bitOfItem(item, program.cost.length);
  }
  return { cost, saved, count, cut, over, overToo, memory: 0n };
}
var STATS = { nodes: 0, labels: 0, depth: 0 };
var MODE = Number(process.env.MODE ?? 0);
var MOST_DRAFTS = Number(process.env.CAP ?? 2e4);
var pick = (a, b) => {
  if (!a || !b) return a ?? b;
  if (Math.abs(a.cost - b.cost) > SAME) return a.cost < b.cost ? a : b;
  if (a.saved !== b.saved) return a.saved < b.saved ? a : b;
  return isSmaller(a, b) ? a : b;
};
function searchWithin(node, depth = 0) {
  STATS.nodes++;
  STATS.depth = Math.max(STATS.depth, depth);
  const { goal, other, bound, otherBound } = node;
  const { program } = goal;
  const limit = { reduced: bound.reduced, allowed: goal.atMost - bound.value + ROUNDING };
  const limitToo = other && otherBound ? { reduced: otherBound.reduced, allowed: other.atMost - otherBound.value + ROUNDING } : NO_LIMIT;
  if (limit.allowed < 0 || limitToo.allowed < 0) return null;
  const settled = settle(program, node.settled, [limit, limitToo]);
  if (!settled) return null;
  let drafts = [firstDraft(node, settled, [limit, limitToo])];
  let work = 0;
  for (const stage of stagesOf(program, settled)) {
    work += drafts.length;
    STATS.labels += drafts.length;
    if (work > MOST_DRAFTS) return split(node, settled, depth);
    drafts = decide(drafts, stage, program, [limit, limitToo]);
  }
  return drafts.filter((d) => d.saved >= program.need).reduce(pick, null);
}
function split(node, settled, depth) {
  const { goal, other, bound, otherBound } = node;
  let item = -1;
  let bestScore = Infinity;
  const deg = (i) => goal.program.edges.filter(([a, b]) => a === i || b === i).length + goal.program.oneStays.filter((s) => s.includes(i)).length;
  for (const [i, v] of settled.entries()) {
    if (v !== null) continue;
    const rc = Math.abs(bound.reduced[i] ?? 0), rc2 = otherBound ? Math.abs(otherBound.reduced[i] ?? 0) : 0;
    const c = Math.abs(goal.program.cost[i] ?? 0);
    const score = MODE === 0 ? rc : MODE === 1 ? rc - c : MODE === 2 ? -deg(i) : MODE === 3 ? -c : MODE === 4 ? rc / (c + 1e-9) : rc2 * 0 + rc - c * deg(i);
    if (score < bestScore) {
      bestScore = score;
      item = i;
    }
  }
  let found = null;
  let g = goal;
  for (const isCut of [(bound.reduced[item] ?? 0) < 0, (bound.reduced[item] ?? 0) >= 0]) {
    const s = settled.map((v, i) => i === item ? isCut : v);
    const b = lowerBound(g.program, s, bound);
    if (b.value > g.atMost + ROUNDING) continue;
    const ob = other && otherBound ? lowerBound(other.program, s, otherBound) : null;
    found = pick(found, searchWithin({ goal: g, other, settled: s, bound: b, otherBound: ob }, depth + 1));
    if (found) g = { program: g.program, atMost: Math.min(g.atMost, found.cost) };
  }
  return found;
}
function cheapest(program, other = null) {
  const settled = program.cost.map(() => null);
  const bound = lowerBound(program);
  const otherBound = other && lowerBound(other.program);
  let gap = FIRST_GAP * program.cost.reduce((sum, cost) => sum + Math.abs(cost), 0) + ROUNDING;
  for (; ; ) {
    const found = searchWithin({ goal: { program, atMost: bound.value + gap }, other, settled, bound, otherBound });
    const over = found === null ? Infinity : found.cost - bound.value;
    if (found && over <= gap) return found;
    gap = Math.min(GAP_GROWTH * gap, over);
  }
}

// src/workload/cut/choose-cut.ts
var greatestCommonDivisor = (a, b) => b === 0 ? a : greatestCommonDivisor(b, a % b);
function roundUpToItems(minutes2, items) {
  const grain = items.reduce((grain2, item) => greatestCommonDivisor(grain2, item.minutes), 0);
  return grain > 0 ? Math.ceil(minutes2 / grain) * grain : minutes2;
}
var savingProgram = (items) => ({
  cost: items.map((item) => -item.minutes),
  minutes: items.map(() => 0),
  need: 0,
  ...rulesOf(items)
});
function maximumSaving(items) {
  return Math.abs(cheapest(savingProgram(items)).cost);
}
function chooseCut(items, minutesToSave) {
  const need = roundUpToItems(Math.max(0, minutesToSave), items);
  const saving = savingProgram(items);
  const canBeSaved = need <= -cheapest(saving).cost;
  if (!canBeSaved) return null;
  const program = {
    cost: items.map((item) => item.loss),
    minutes: items.map((item) => item.minutes),
    need,
    ...rulesOf(items)
  };
  const { cut, saved, cost } = cheapest(program, { program: saving, atMost: -need });
  return {
    cut: items.filter((_, index) => (cut & bitOfItem(index, items.length)) !== 0n).map(({ id, minutes: minutes2, loss }) => ({ id, minutes: minutes2, weightLost: loss })),
    minutes: saved,
    weightLost: cost
  };
}

// src/workload/cut/cut-problem.ts
function cutKind(kind) {
  if (isReading(kind)) return "reading";
  return kind === "lab" || kind === "project" ? kind : null;
}
var minutesPerTask = (item) => item.minutes / Math.max(1, item.tasks.length);
function weightPerMinute(candidates, domains) {
  const minutes2 = /* @__PURE__ */ new Map();
  for (const item of candidates) {
    for (const task of item.tasks) {
      minutes2.set(task, (minutes2.get(task) ?? 0) + minutesPerTask(item));
    }
  }
  const weights2 = /* @__PURE__ */ new Map();
  for (const domain2 of domains) {
    const taught = domain2.tasks.filter((task) => (minutes2.get(task.id) ?? 0) > 0);
    for (const { id } of taught) {
      weights2.set(id, domain2.weight / taught.length / (minutes2.get(id) ?? 1));
    }
  }
  return weights2;
}
function cutProblem(items, domains, curriculumAfter, guide) {
  const candidates = items.filter((item) => item.id !== guide && cutKind(item.kind) !== null);
  const ids = new Set(candidates.map((item) => item.id));
  const weights2 = weightPerMinute(candidates, domains);
  return candidates.map((item) => ({
    id: item.id,
    minutes: item.minutes,
    loss: item.tasks.reduce(
      (sum, task) => sum + (weights2.get(task) ?? 0) * minutesPerTask(item),
      0
    ),
    tasks: item.tasks,
    kind: cutKind(item.kind) ?? "reading",
    after: (curriculumAfter.get(item.id) ?? []).filter((id) => ids.has(id))
  }));
}

// tests/support/sample-plan.ts
var TODAY = "2026-11-25";
function sampleLearner(options = {}) {
  const minutesPerWeek = (options.hours ?? 8) * 60;
  const sessionMinutes = options.session ?? 90;
  const exams = curriculum(options.certification ?? "aws-mla-c02").activities.filter(
    (activity2) => activity2.kind === "practice-exam"
  );
  return {
    skills: completeSkills(parseSkills([options.skills ?? "python=3,apis=2,iam=2,statistics=1"])),
    knownTasks: [],
    scoredDomains: {},
    depth: options.depth ?? "standard",
    timeZone: options.timeZone ?? "Europe/Berlin",
    minutesPerWeek,
    windows: options.when === void 0 ? chooseWindows(
      minutesPerWeek,
      sessionMinutes,
      Math.max(120, ...exams.map((exam) => exam.minutes))
    ) : parseWindows(options.when),
    windowsChosen: options.when === void 0,
    sessionMinutes,
    daysOff: parseDaysOff(options.off ?? [], TODAY)
  };
}

// ../../tmp/b.mts
var all = [];
for (const c of CERTIFICATIONS) for (const depth of ["standard", "thorough"]) {
  const cur = curriculum(c);
  const w = computeWorkload(cur, foundations(), sampleLearner({ certification: c, depth }));
  const items = cutProblem(w.items, cur.domains, new Map(cur.activities.map((a) => [a.id, a.after])), cur.guide);
  let t = performance.now();
  const M = maximumSaving(items);
  const tm = performance.now() - t;
  const ts = [];
  let prev = 0;
  let worst = 0;
  for (let n = 5; n <= M; n += 15) {
    t = performance.now();
    const r = chooseCut(items, n);
    const d = performance.now() - t;
    if (d > Math.max(0, ...ts)) worst = n;
    ts.push(d);
    if (!r || r.weightLost < prev - 1e-9 || r.minutes < n) throw new Error("bad " + n);
    prev = r.weightLost;
  }
  if (chooseCut(items, M + 1) !== null) throw new Error("inf");
  all.push(...ts);
  const first = ts[0];
  ts.sort((a, b) => a - b);
  t = performance.now();
  for (let k = 0; k < 10; k++) lowerBound({ cost: items.map((i) => i.loss), minutes: items.map((i) => i.minutes), need: Math.floor(M / 2), ...rulesOf(items) });
  const lb = (performance.now() - t) / 10;
  console.log(c, depth, items.length, "max", M, tm.toFixed(1), "first", first?.toFixed(1), "median", ts[ts.length >> 1]?.toFixed(1), "p95", ts[Math.floor(ts.length * 0.95)]?.toFixed(1), "max", ts.at(-1)?.toFixed(1), "at", worst, "bound", lb.toFixed(1));
}
