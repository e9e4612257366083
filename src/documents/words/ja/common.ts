import type { Kind } from '../../../curriculum/vocabulary.ts';
import type { MilestoneKind } from '../../../plan/plan.ts';
import { costWordsWith } from '../../../workload/costs.ts';
import { type DurationSigns, hoursWith, roundHoursWith } from '../durations.ts';
import type { CommonWords } from '../en/common.ts';

const signs: DurationSigns = {
  hours: (count) => `${count}時間`,
  minutes: (count) => `${count}分`,
  gap: '',
};

const KINDS: Readonly<Record<Kind, string>> = {
  docs: 'ドキュメント',
  course: 'コース',
  video: '動画',
  lab: 'ラボ',
  'practice-questions': '練習問題',
  'practice-exam': '模擬試験',
  project: 'プロジェクト',
  bridge: '基礎補強',
  review: '復習',
  'exam-review': '模試の見直し',
  logistics: '手続き',
};

export const common: CommonWords = {
  kinds: KINDS,
  hours: hoursWith(signs),
  roundHours: roundHoursWith(signs),
  minutes: signs.minutes,
  verdicts: { fits: '収まる', tight: 'ぎりぎり', 'does-not-fit': '収まらない' },
  statuses: {
    planned: '予定',
    done: '完了',
    skipped: 'スキップ',
    missed: '未実施',
  },
  week: (number) => `第${number}週`,
  partOf: (part, of) => `${part}/${of}`,
  studyPlan: (examCode) => `学習計画 ${examCode}`,
  felt: { again: '要復習', hard: '難しい', good: '良い', easy: '簡単' },
  examSources: { given: '指定', suggested: '提案' },
  costs: costWordsWith({
    subscription: (name, examCode) => (examCode === undefined ? name : `${examCode}用の${name}`),
    exam: (usd) => `受験料 ${usd}`,
    month: (subscription, usd) => `${subscription} 1か月 ${usd}`,
    material: (usd) => `教材 ${usd}`,
    sum: (usd, parts, isLeast) => `${isLeast ? '約' : ''}${usd}米ドル：${parts}`,
    examNotKnown: '受験料：不明',
    monthNotKnown: (subscription) => `${subscription}：不明`,
    billsByUse: (items) => `${items}は従量課金：金額不明`,
    priceNotKnown: (items) => `${items}：価格不明`,
    counted: (kind, count) => `${KINDS[kind]}${count}件`,
    comma: '、',
    semicolon: '；',
    nothing: '費用なし',
    decimalPoint: '.',
  }),
  milestone({ kind, examCode, time }) {
    const titles: Readonly<Record<MilestoneKind, string>> = {
      'general-availability': `${examCode}の一般提供開始日`,
      'book-by': `${examCode}の試験を予約`,
      'reschedule-by': `${examCode}の予約を変更できる最終日`,
      'id-check': '本人確認書類、動作テスト、会場への経路を確認',
      exam: `${examCode}試験${time === null ? '' : `（${time}開始）`}`,
      retake: '再受験できる最初の日（必要な場合）',
      'renewal-opens': `${examCode}の更新受付開始（試験日に合格した場合）`,
      'last-exam-day': `${examCode}を受験できる最終日`,
    };
    return titles[kind];
  },
};
