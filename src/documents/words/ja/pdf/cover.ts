import { dollarsWith } from '../../../../workload/costs.ts';
import type { PdfWords } from '../../en/pdf.ts';

const dollars = dollarsWith('.');

export const cover: PdfWords['cover'] = {
  title: 'あなたの学習計画',
  kicker: '学習計画',
  forOwner: { before: '', after: 'さん' },
  planName: (name) => `計画「${name}」`,
  levels: {
    foundational: '基礎レベル',
    associate: 'アソシエイト',
    professional: 'プロフェッショナル',
    specialty: '専門知識',
  },
  examMinutes: (minutes) => `試験時間${minutes}分`,
  examQuestions: (number) => `${number}問`,
  passAt: (score, of) => `合格点${score}${of === null ? '' : `／${of}`}`,
  price: (usd) => `${dollars(usd)}米ドル`,
  costs: (text) => `費用：${text}`,
  verdicts: { fits: '収まります', tight: 'ぎりぎりです', 'does-not-fit': '収まりません' },
  weeks: (weeks, from) => `${from === null ? '' : `${from}から`}${weeks}週間`,
  needed: '必要な学習時間',
  offered: '確保できる学習時間',
  cushion: '余裕',
  noExamDay: '試験日は設定されていません。計画は模擬試験とその見直しで終わります。',
  examIsGone: (examCode, lastDay) =>
    `試験日はありません。${examCode}の最終受験日は${lastDay}でした。計画は模擬試験とその見直しで終わります。`,
  examOn: (date, time) => `試験日：${date}${time === null ? '' : ` ${time}`}`,
  countdown: (isSuggested, days, today) => {
    const left =
      days > 1
        ? `${today}時点であと${days}日`
        : days === 1
          ? '明日'
          : days === 0
            ? '今日'
            : '終了しました';
    return `${isSuggested ? '（提案）' : ''}  ·  ${left}`;
  },
  keyDates: '主な日程',
  suggested: (milestone) => `${milestone}（提案）`,
  firstSession: '最初のセッション',
  lastSession: '最後のセッション',
  yourWeek: '1週間の予定',
  atMost: (hours) => `週${hours}まで`,
  moreWindows: (windows) => `ほかに時間帯${windows}件`,
  timesIn: (zone) => `時刻のタイムゾーン：${zone}`,
  depths: { essential: '要点のみ', standard: '標準', thorough: '徹底' },
  sittings: (hours, depth) => `1回${hours}まで · 範囲：${depth}`,
  daysOff: (days) => `休みの日${days}日`,
  goodToKnow: '知っておきたいこと',
  cuts: (items, weight) =>
    `収めるために${items}件を省きました。試験の配点の約${weight.toFixed(0)}%は手薄になります。一覧は次のページにあります。`,
};

export const madeForYou: PdfWords['madeForYou'] = {
  heading: 'この計画をあなたに合わせた点',
  nothing: 'この試験に必要な知識はすべてそろっています。追加したものはありません。',
  foundations: (added, steps) => ({
    lead: `機械学習の基礎を補強：${added}`,
    rest: steps.length === 0 ? '（読むのに時間がかかる分）' : `（${steps.join('、')}）`,
  }),
  bridges: (added, pieces, steps, areOthers) => ({
    lead: `${areOthers ? 'その他の基礎補強' : '基礎補強'}：${added}`,
    rest: `${pieces}件（${steps.join('、')}）`,
  }),
  shortChecks: (because, items, noun, saved) => ({
    lead: because === null ? 'その他の既知の内容：' : `${because}：`,
    rest: `${noun === 'reading' ? '読み物' : '項目'}${items}件を短い確認に変更（${saved}）`,
  }),
  carried: (saved, items, plan) => ({
    lead: `引き継ぎ：${saved}`,
    rest: `${items}件は計画「${plan}」で完了済み`,
  }),
  pace: (change, isSlower) => ({
    lead: `あなたのペース：${change}`,
    rest: isSlower
      ? '公表されている所要時間との差です。知識が足りない分野では、読み物とラボに時間がかかります'
      : '公表されている所要時間との差です。得意な分野では、読み物とラボが早く終わります',
  }),
  notGiven: (skills, example) => ({
    lead: '入力がなく推定した項目：',
    rest: `${skills
      .map(
        ({ skill, level, source }) => `${skill} ${level}${source === 'assumed' ? '（仮定）' : ''}`,
      )
      .join('、')}。違う場合は変更できます：${example}`,
  }),
};
