// ../../tmp/h.mts
import fc2 from "fast-check";
import { writeFileSync } from "node:fs";

// tests/workload/cut/random-items.ts
import fc from "fast-check";
var KIND_DRAW = fc.oneof(
  { weight: 6, arbitrary: fc.constant("reading") },
  { weight: 3, arbitrary: fc.constant("lab") },
  { weight: 1, arbitrary: fc.constant("project") }
);
function sharedLosses(draws) {
  const minutes = /* @__PURE__ */ new Map();
  for (const draw of draws) {
    for (const task of draw.tasks) {
      minutes.set(task, (minutes.get(task) ?? 0) + draw.minutes / draw.tasks.length);
    }
  }
  const weight = 100 / minutes.size;
  return draws.map(
    (draw) => draw.tasks.reduce(
      (sum, task) => sum + weight * draw.minutes / draw.tasks.length / (minutes.get(task) ?? 1),
      0
    )
  );
}
var randomItems = (shape) => {
  const task = fc.integer({ min: 1, max: shape.tasks }).map((number) => `1.${number}`);
  const draw = fc.record({
    kind: KIND_DRAW,
    minutes: fc.integer({ min: 1, max: 24 }).map((fives) => fives * 5),
    tasks: fc.uniqueArray(task, { minLength: 1, maxLength: 3 }),
    after: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.array(fc.nat(1e3), { maxLength: 2 })).map(([chance, picks]) => chance < shape.edges ? picks : []),
    loss: fc.integer({ min: 0, max: 400 }).map((hundredths) => hundredths / 100)
  });
  return fc.tuple(fc.array(draw, shape.items), fc.boolean()).map(([draws, shared]) => {
    const losses = shared ? sharedLosses(draws) : draws.map((each) => each.loss);
    return draws.map(
      (each, index) => ({
        id: `item-${index}`,
        minutes: each.minutes,
        loss: losses[index] ?? 0,
        tasks: each.tasks,
        kind: each.kind,
        after: index === 0 ? [] : [...new Set(each.after.map((pick) => `item-${pick % index}`))]
      })
    );
  });
};
var smallItems = randomItems({
  items: { minLength: 1, maxLength: 12 },
  tasks: 4,
  edges: 0.4
});
var largeItems = randomItems({
  items: { minLength: 30, maxLength: 80 },
  tasks: 15,
  edges: 0.5
});

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
    terms: program.minutes.map((minutes, item) => [item, minutes / unit]),
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
function boundAt(program, rows, prices) {
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
  for (const cost of reduced) value += Math.min(0, cost);
  return { value, reduced };
}
function missing(rows, bound, prices) {
  return rows.map(({ terms, atLeast }, index) => {
    let gap = atLeast;
    for (const [item, coefficient] of terms) {
      if ((bound.reduced[item] ?? 0) < 0) gap -= coefficient;
    }
    return gap < 0 && (prices[index] ?? 0) === 0 ? 0 : gap;
  });
}
var ROUNDS = 500;
var PATIENCE = 10;
var FIRST_STEP = 1 / 20;
var LAST_STEP = 1e-6;
function lowerBound(program) {
  const rows = rowsOf(program);
  const allCosts = sumOf(program.cost.map(Math.abs));
  let prices = rows.map(() => 0);
  let current = boundAt(program, rows, prices);
  let best = { bound: current, prices };
  let step = allCosts * FIRST_STEP;
  let patience = PATIENCE;
  for (let round = 0; round < ROUNDS && step > allCosts * LAST_STEP; round++) {
    const direction = missing(rows, current, prices);
    const square = sumOf(direction.map((gap) => gap * gap));
    if (square === 0) break;
    prices = prices.map(
      (price, index) => Math.max(0, price + step * (direction[index] ?? 0) / square)
    );
    current = boundAt(program, rows, prices);
    patience -= 1;
    if (current.value > best.bound.value) {
      best = { bound: current, prices };
      patience = PATIENCE;
    } else if (patience === 0) {
      step /= 2;
      patience = PATIENCE;
      prices = best.prices;
      current = best.bound;
    }
  }
  return best.bound;
}

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
  const edges = items.flatMap(
    (item, index) => [...new Set(item.after)].flatMap((id) => {
      const before = indices.get(id);
      return before === void 0 || before === index ? [] : [[before, index]];
    })
  );
  return { oneStays: oneStaysPerTask(items), edges };
}

// src/workload/cut/settle.ts
function settle(program, limits) {
  const isPossible = (item, isCut) => limits.every((limit) => against(limit, item, isCut) <= limit.allowed);
  const cut = program.cost.map(() => null);
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
function notesOf(program, cut) {
  const isOpen = (item) => cut[item] === null;
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
  const sets = program.oneStays.filter((set) => !set.some((item) => cut[item] === false));
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
function stagesOf(program, cut) {
  const notes = notesOf(program, cut);
  const byUser = cut.map((_, item) => notes.filter((note) => note.users.includes(item)));
  const edges = new Set(program.edges.map(([before, item]) => `${before}>${item}`));
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
      before: bitsOf(others.filter((note) => edges.has(`${note.item}>${item}`))),
      followers: bitsOf(others.filter((note) => edges.has(`${item}>${note.item}`))),
      serves: bitsOf(sets),
      lastChance: bitsOf(sets.filter((note) => note.open === 0)),
      own: bitsOf(used.filter((note) => note.item === item && note.open > 0)),
      forget: bitsOf(done.filter((note) => note.slot !== null))
    };
    for (const { slot } of done) if (slot !== null) slots[slot] = false;
    return stage;
  };
  const open = new Set(cut.flatMap((value, item) => value === null ? [item] : []));
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
function decide(drafts, { item, before, followers, serves, lastChance, own, forget }, program, limits) {
  const cost = program.cost[item] ?? 0;
  const minutes = program.minutes[item] ?? 0;
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
    if ((draft.memory & followers) === followers && (draft.memory & lastChance) === lastChance) {
      keep({
        cost: draft.cost + cost,
        saved: draft.saved + minutes,
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
function firstDraft(program, settled, [limit, limitToo]) {
  let [cost, saved, count, cut, over, overToo] = [0, 0, 0, 0n, 0, 0];
  for (const [item, isCut] of settled.entries()) {
    if (isCut === null) continue;
    over += against(limit, item, isCut);
    overToo += against(limitToo, item, isCut);
    if (!isCut) continue;
    cost += program.cost[item] ?? 0;
    saved += program.minutes[item] ?? 0;
    count += 1;
    cut |= bitOfItem(item, program.cost.length);
  }
  return { cost, saved, count, cut, over, overToo, memory: 0n };
}
function searchWithin(program, limits) {
  const settled = settle(program, limits);
  if (!settled) return null;
  let drafts = [firstDraft(program, settled, limits)];
  for (const stage of stagesOf(program, settled)) {
    drafts = decide(drafts, stage, program, limits);
  }
  const enough = drafts.filter((draft) => draft.saved >= program.need);
  const least = enough.reduce((cost, draft) => Math.min(cost, draft.cost), Infinity);
  let best = null;
  for (const draft of enough) {
    if (draft.cost > least + SAME) continue;
    if (!best || draft.saved < best.saved) best = draft;
    else if (draft.saved === best.saved && isSmaller(draft, best)) best = draft;
  }
  return best;
}
function cheapest(program, { value, reduced }, other = NO_LIMIT) {
  let gap = FIRST_GAP * program.cost.reduce((sum, cost) => sum + Math.abs(cost), 0) + ROUNDING;
  for (; ; ) {
    const found = searchWithin(program, [{ reduced, allowed: gap + ROUNDING }, other]);
    const over = found === null ? Infinity : found.cost - value;
    if (found && over <= gap) return found;
    gap = Math.min(GAP_GROWTH * gap, over);
  }
}

// src/workload/cut/choose-cut.ts
var greatestCommonDivisor = (a, b) => b === 0 ? a : greatestCommonDivisor(b, a % b);
function roundUpToItems(minutes, items) {
  const grain = items.reduce((grain2, item) => greatestCommonDivisor(grain2, item.minutes), 0);
  return grain > 0 ? Math.ceil(minutes / grain) * grain : minutes;
}
var savingProgram = (items) => ({
  cost: items.map((item) => -item.minutes),
  minutes: items.map(() => 0),
  need: 0,
  ...rulesOf(items)
});
function maximumSaving(items) {
  const program = savingProgram(items);
  return Math.abs(cheapest(program, lowerBound(program)).cost);
}
function chooseCut(items, minutesToSave) {
  const need = roundUpToItems(Math.max(0, minutesToSave), items);
  const saving = savingProgram(items);
  const most = lowerBound(saving);
  const canBeSaved = need <= -cheapest(saving, most).cost;
  if (!canBeSaved) return null;
  const program = {
    cost: items.map((item) => item.loss),
    minutes: items.map((item) => item.minutes),
    need,
    ...rulesOf(items)
  };
  const slack = { reduced: most.reduced, allowed: -most.value - need + ROUNDING };
  const { cut, saved, cost } = cheapest(program, lowerBound(program), slack);
  return {
    cut: items.filter((_, index) => (cut & bitOfItem(index, items.length)) !== 0n).map(({ id, minutes, loss }) => ({ id, minutes, weightLost: loss })),
    minutes: saved,
    weightLost: cost
  };
}

// ../../tmp/h.mts
var share = fc2.double({ min: 0, max: 1, noNaN: true });
var k = 0;
var big = [];
fc2.assert(fc2.property(largeItems, share, (items, s) => {
  const t = performance.now();
  const M = maximumSaving(items);
  const t1 = performance.now();
  chooseCut(items, Math.floor(M * s));
  const t2 = performance.now();
  if (t2 - t > 700) {
    big.push({ items, s, M });
    console.log(k, "n", items.length, "share", s, "M", M, "tot", items.reduce((a, b) => a + b.minutes, 0), "max ms", (t1 - t).toFixed(0), "choose ms", (t2 - t1).toFixed(0), "edges", items.reduce((a, b) => a + b.after.length, 0), "tasks", new Set(items.flatMap((i) => i.tasks)).size, "multi", items.filter((i) => i.tasks.length > 1).length, "minutes", new Set(items.map((i) => i.minutes)).size, "losses", new Set(items.map((i) => i.loss)).size);
  }
  k++;
}), { numRuns: Number(process.argv[2]), seed: Number(process.argv[3]) });
writeFileSync("/tmp/hard.json", JSON.stringify(big));
