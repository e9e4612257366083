import type { PdfWords } from '../../en/pdf.ts';

export const labs: PdfWords['labs'] = {
  title: 'ラボを安全に使う',
  intro: (cloud) =>
    `${cloud}で動かしたままのものには、1時間ごとに料金がかかります。何を作ったか覚えているうちに、同じセッションの中で後片付けをしてください。`,
  before: '最初のラボの前に',
  openAccount: (cloud, session) =>
    `自分の${cloud}アカウントを開設し${session === null ? '' : `（セッション${session.number}、${session.day}）`}、所有者の多要素認証を有効にします。`,
  rules: [
    '失っても困らない金額で予算アラートを設定します。アラートは知らせるだけで、何も止めません。',
    '作業するリージョンは一つだけにして、書き留めておきます。見えないものは削除されません。',
    '作ったものすべてに同じ言葉のタグか名前を付け、後で全部見つけられるようにします。',
    'ラボの翌日に、料金のページを一度確認します。',
  ],
  costs: 'かかる可能性のある費用',
  nothingKnown: 'この計画には、料金が事前に分かるものはありません。',
  known: (sum, prices) => `分かっている料金は合計で約${sum}（米ドル）です：${prices.join('、')}。`,
  month: (name, price, items) =>
    `${name} 1か月分 ${price}${items > 1 ? `（${items}件に使用）` : ''}`,
  monthNotKnown: (name) => `${name}：1か月分が必要ですが、料金は不明です。`,
  notPublished: (open, all) =>
    `ラボとプロジェクト${all}件のうち${open}件は料金が公表されていません。時間単位で課金されるものは下を見てください。`,
  examItself: (price) => `試験そのもの：${price}（税別）。`,
  tearDown: 'ラボごとの後片付け',
  nothingRuns: 'この計画には、何かを動かしたままにするラボはありません。',
  session: (number) => `セッション${number}`,
  sessions: (numbers) => `セッション${numbers.join('、')}`,
  sessionRange: (first, last) => `セッション${first}～${last}`,
  days: (from, to) => `${from}～${to}`,
  noPrice: '料金の公表なし',
  free: '無料',
  about: (price) => `約${price}`,
  billing: '後片付けまで課金されるもの：',
};

export const resources: PdfWords['resources'] = {
  title: '教材一覧',
  intro: '教材を一度ずつ、計画に出てくる順に並べています。数字はセッション番号です。',
  bridges: '基礎補強：試験の前提となる知識',
  wholeExam: '試験全体',
};

export const notes: PdfWords['notes'] = {
  title: '補足と出典',
  intro: (checked) =>
    `試験の情報は${checked}に確認したものです。変更されることがあるため、予約の前に公式ページを確認してください。`,
  exam: '試験について',
  retake: (rules) => `再受験：${rules}`,
  renewal: (rules) => `更新：${rules}`,
  material: '教材について',
  sources: '出典',
  missing:
    'この文書のフォントにない文字があります。[no font]は文字を、□はその他の記号を表します。中国語、日本語、韓国語には Noto Sans CJK などのフォントを入れて、PDFを作り直してください。カレンダーのファイルとチェックリストにはすべての文字があります。',
};

export const frame: PdfWords['frame'] = {
  keyColumn: 66,
  foot: (revision, printed) => `certplan · 第${revision}版 · ${printed}`,
  documentTitle: (name, examCode) => `${name}（${examCode}）：学習計画`,
  subject: (plan, owner) => `学習計画 ${plan}${owner === null ? '' : `（${owner}さん）`}`,
};
