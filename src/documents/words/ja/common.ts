import { type DurationSigns, hoursWith, roundHoursWith } from '../durations.ts';
import type { CommonWords } from '../en/common.ts';
import { milestoneWith } from '../milestones.ts';

const signs: DurationSigns = {
  hours: (count) => `${count}時間`,
  minutes: (count) => `${count}分`,
  gap: '',
};

export const common: CommonWords = {
  kinds: {
    docs: '文書',
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
  },
  hours: hoursWith(signs),
  roundHours: roundHoursWith(signs),
  minutes: signs.minutes,
  verdicts: { fits: '収まる', tight: '余裕なし', 'does-not-fit': '収まらない' },
  statuses: {
    planned: '予定',
    done: '完了',
    skipped: '省略',
    missed: '未実施',
  },
  week: (number) => `第${number}週`,
  partOf: (part, of) => `${part}/${of}`,
  milestone: milestoneWith({
    'general-availability': (code) => `${code} の一般提供開始日`,
    'book-by': (code) => `${code} の試験を予約`,
    'reschedule-by': (code) => `${code} の予約を変更できる最終日`,
    'id-check': () => '身分証、動作テスト、会場への経路を確認',
    exam: (code, time) => `${code} 試験${time === null ? '' : `（${time} 開始）`}`,
    retake: () => '再受験できる最初の日（必要な場合）',
    'renewal-opens': (code) => `${code} の更新受付開始（試験日に合格した場合）`,
    'last-exam-day': (code) => `${code} を受験できる最終日`,
  }),
};
