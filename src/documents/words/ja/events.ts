import type { EventsWords } from '../en/events.ts';

export const events: EventsWords = {
  labels: {
    exam: '試験',
    study: '学習',
    verdict: '判定',
    costs: '費用',
    times: 'タイムゾーン',
    keyDates: '主な日程',
    note: '注意',
    behind: '遅れている場合は、`certplan replan` で未実施のセッションを組み直せます',
    markAsDone:
      'セッションを DONE にしてから `certplan import FILE.org` を実行します。遅れている場合は `certplan replan` で組み直せます',
    domain: '分野',
    tasks: 'タスク',
    whyHere: 'ここにある理由',
    tearDown: '終了時の後片付け',
    billsUntilThen: '後片付けまで課金されるもの',
    checkYourself: '理解度チェック',
  },
  firstActions: {
    docs: 'ページを開き、何が書いてありそうかを1行で書き出します',
    course: 'モジュールを開き、最初のレッスンを始めます',
    video: '動画を開き、最初の10分で止めると決めておきます',
    lab: '手順を開き、正しいアカウントとリージョンにいることを確認します',
    'practice-questions': 'ノートをしまい、最初の問題に書いて答えます',
    'practice-exam': '電話の電源を切り、タイマーをセットして最初の問題から始めます',
    project: 'リポジトリを開き、このパートで何を完成させるかを書き出します',
    bridge: 'すでに知っていることを書き出してから、教材を開きます',
    review: '何も調べずに、最初の問題に記憶だけで答えます',
    'exam-review': '最初の誤答を取り上げ、誤った選択肢がそれぞれなぜ誤りかを説明します',
    logistics: 'ページを開き、最初の手順を行います',
  },
  goOn: (session) => `セッション${session}の終わりから続けます。まず前回のメモを読み返します`,
  after(named, left) {
    const list = named.join('、');
    return left === 0 ? `${list}の後` : `${list}（ほか先行${left}件）の後`;
  },
  minutes: (minutes) => `${minutes}分`,
  part: (part) => `パート${part}`,
  aboutDollars: (usd) => `約${usd}米ドル`,
  withSubscription: (name, usd) => `${name}を利用、月額${usd}米ドル`,
  study: (needed, weekly, from, to) =>
    from === null || to === null
      ? `${needed}、週${weekly}`
      : `${needed}、週${weekly}、${from}～${to}`,
  cushion: (hours) => `余裕 ${hours}`,
  tickThen: (imports, done) =>
    `セッションが終わったらチェックを付けて \`${imports}\` を実行するか、\`${done}\` と入力します`,
  weekSpan: (monday, sunday, dates) => `${dates.dayAndYear(monday)}～${dates.day(sunday)}`,
  minutesAt: (minutes, time) => `${time}から${minutes}分`,
  moreQuestions: (count, command) => `ほか${count}問：${command}`,
  done: '完了',
  doneOn: (day, minutes, felt) =>
    `${day}に完了、${minutes}分${felt === null ? '' : `、手応え：${felt}`}`,
  skipped: 'スキップ',
  skippedBecause: (why) => `スキップ：${why}`,
  skippedTitle: (title) => `スキップ：${title}`,
  cancelledTitle: (title) => `中止：${title}`,
  noLongerPlanned: '計画から外れました',
  examTitle: (examCode) => `${examCode}試験`,
  examPlace: '予約した試験会場またはオンライン',
  haveIdReady: '本人確認書類を用意し、30分前には到着（またはサインイン）してください。',
  suggestedDay: (minutes, command) =>
    `${minutes}分。この日は提案です。予約するか、${command} で別の日を選べます`,
  lookItUpIn: '参照先',
  askedIn: (sessions) => `出題セッション：${sessions}`,
};
