import type { PdfWords } from '../../en/pdf.ts';

export const calendar: PdfWords['calendar'] = {
  title: 'カレンダー',
  week: '週',
  off: '休み',
  minutes: (minutes) => `${minutes}分`,
  more: (sessions, hours) => `ほか${sessions}件、${hours}`,
};

export const weeks: PdfWords['weeks'] = {
  title: '週ごとのチェックリスト',
  intro: (zone) =>
    `時刻のタイムゾーンは${zone}です。題名の前の数字は、コマンドに入力する番号です（例：certplan done 14）。題名はリンクです。行末が…の場合、続きはリンク先にあります。`,
  week: (place, of) => `第${place}週（全${of}週）`,
  bookmark: (place, of, days) => `第${place}週（全${of}週）：${days}`,
  continued: '（続き）',
  noSession: 'セッションなし',
  figures: 'この週の記録',
  planned: (hours, sessions) => `予定${hours}（${sessions}件）`,
  real: '実績 ______ 時間 ______ 分',
  done: '完了 ______ 件',
  minutesPlanned: (minutes) => `予定${minutes}分`,
  pinned: '固定',
  minutesReal: (minutes, day) => `実績${minutes}分、${day}`,
  minutesToWrite: '分（実績）',
  notes: 'メモ',
  part: (part, of, label) => `パート${part}/${of}${label === null ? '' : `：${label}`}`,
  first: (text) => `最初に：${text}`,
  tearDown: (steps) => `終了時の後片付け：${steps.join('、')}`,
  tearDownPart:
    '終了時に、次のパートで使わないものをすべて後片付け（一覧は「ラボを安全に使う」のページ）',
  moreQuestions: (questions) => `ほか${questions}問：certplan show`,
};

export const scores: PdfWords['scores'] = {
  title: '模擬試験の結果',
  intro:
    '分野ごとの正答率（%）を書き込みます。その後 certplan score 番号 正答率 --domain d1=70,d2=55 と certplan replan を実行すると、残りの時間が苦手な分野に多く割り当てられます。',
  date: '日付',
  exam: '模擬試験',
  total: '合計',
  domain: (title, weight) => `${title}、試験の${weight}%`,
  note: (facts) =>
    `本番の試験：${facts}。得点は各社が換算するため、正答率は目安にすぎません。初めて解く問題で80%取れれば良い兆候です。`,
  wrongOptions: '誤りの選択肢が誤りである理由',
  question: '問題またはテーマ',
  whyWrong: '各選択肢が誤りである理由',
  again: '再学習',
};
