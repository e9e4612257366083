import { type DurationSigns, hoursWith, roundHoursWith } from '../durations.ts';
import type { CommonWords } from '../en/common.ts';

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
};
