import type { PdfWords } from '../../en/pdf.ts';

export const details: PdfWords['details'] = {
  title: 'あなたに合わせた点の詳細',
  skills: 'あなたのスキルと、試験の要求に届くための基礎補強',
  skill: 'スキル',
  you: 'あなた',
  knownFrom: '根拠',
  asked: '試験の要求',
  bridges: '基礎補強',
  timeAdded: '追加時間',
  sources: { given: '本人の入力', inferred: '推定', assumed: '仮定' },
  levels: ['なし', '概要のみ', '基本', '実用', '得意'],
  levelsNote: (example) =>
    `レベル：0 なし、1 概要のみ、2 基本、3 実用、4 得意。推定や仮定の値は直せます。たとえば ${example} を付けて計画を作り直してください。`,
  known: 'すでに知っている内容：短い確認に変更',
  item: '項目',
  because: '理由',
  timeSaved: '短縮時間',
  leftOut: '省いた項目',
  leftOutNote: '計画に収めるために省きました。配点は、試験のうち学習しないまま残る割合です。',
  why: '理由',
  time: '時間',
  weight: '配点',
  percent: (weight) => `${weight.toFixed(1)}%`,
  more: (rows) => `ほか${rows}件`,
};

export const overview: PdfWords['overview'] = {
  title: '全体像',
  timeline: '分野ごとの流れ',
  bridges: '基礎補強',
  projects: 'プロジェクト、模擬試験',
  timelineNote: (most) =>
    `塗りつぶし：新しい内容の学習。枠線：復習、練習問題、模擬試験。最も高い棒は1週間で${most}です。`,
  timelineAlt: (rows) =>
    `タイムライン。${rows.map(({ name, from, to }) => `${name}：${from}から${to}まで`).join('、')}。`,
  hours: '週ごとの学習時間（種類別）',
  axisHours: (hours) => `${hours}h`,
  hoursNote: (limit) => `破線：週の上限（${limit}）。棒をクリックするとその週に移動します。`,
  hoursAlt: (weeks, least, most, limit) =>
    `${weeks}週間の週ごとの学習時間。1週あたり${least}から${most}。破線は上限の${limit}です。`,
  exam: '試験',
  weights: '試験の配点と予定時間',
  shareOfExam: (percent) => `試験の${percent}%`,
  shareOfHours: (percent, hours) => `時間の${percent}%、${hours}`,
  weightsNote: (rest) =>
    `分野別の時間の合計を100%としています。このほかに、特定の分野に属さない時間が${rest}あります（基礎補強、模擬試験とその見直し、手続き）。`,
  recall: '記憶の見込み',
  percent: (percent) => `${percent}%`,
  overPercent: (percent) => `${percent}%超`,
  recallAlt: (end, without, hasExam) =>
    `試験範囲を配点で重み付けした記憶の見込み。0から始まり、${hasExam ? '試験日' : '最後'}には${end}。復習をしない場合は${without}です。`,
  recallAtEnd: (end, hasExam) => `${hasExam ? '試験日' : '最後'}に${end}`,
  recallNote: (without) =>
    `。破線は復習をしない場合（${without}）。平均的な記憶力（FSRS-6）で、毎回の復習に成功した場合の目安です。結果を約束するものではありません。実際の得点のほうが確かです。`,
};
