import type { BodyEntry, Gold } from '../../harness/model/gold.ts';

/** An article that metrics are tried on; written for Assay, CC0 1.0. */
export interface CardArticle {
  /** Its language, in words, as the head of a column. */
  readonly name: string;
  readonly gold: Gold;
  /** Text around it that must not come out. */
  readonly boilerplate: string;
}

/** A line of a body: `## ` is a heading, `- ` an item of a list, all else a paragraph. */
function article(
  name: string,
  language: string,
  lines: readonly string[],
  metadata: Gold['metadata'],
  boilerplate: string,
): CardArticle {
  const body = lines.map((line): BodyEntry => {
    const block = { type: 'block', optional: false } as const;
    if (line.startsWith('- ')) return { ...block, kind: 'ul', items: [line.slice(2)] };
    if (line.startsWith('## ')) return { ...block, kind: 'h2', text: line.slice(3) };
    return { ...block, kind: 'p', text: line };
  });
  const wanted = lines.filter((line) => !line.startsWith('## ')).map((line) => line.replace(/^- /, ''));
  const segments = { with: wanted.slice(0, 4), without: [boilerplate] };
  return {
    name,
    boilerplate,
    gold: { about: { traits: [], language }, metadata, body, segments, comments: [], boilerplate: [] },
  };
}

/** The same story four times: with spaces and capitals, in two scripts without spaces, from right to left. */
export const CARD_ARTICLES: readonly CardArticle[] = [
  article(
    'English',
    'en-GB',
    [
      'The ferry to Skerrow will sail all winter for the first time, the island council said on Monday.',
      'Until now the boat stayed in harbour from November to March, and whoever had to reach the mainland asked a fisherman.',
      '## What changes for the islanders',
      'There will be two crossings a day, one at nine in the morning and one at four; on Sundays there is none.',
      'Tickets cost six pounds. Children under ten, and everyone with a letter from the doctor, travel free.',
      '## Why it took so long',
      'The old pier could not bear the waves of a January storm, so the council built a wall of granite around it.',
      '- Work began in April and was done by the end of October',
      '- It cost a third less than the engineers had feared',
      'Ada Marwick, who runs the only shop, has ordered fresh bread for the first crossing.',
    ],
    {
      title: 'Skerrow Ferry Sails Through Winter',
      authors: ['Morag Linklater', 'Tam Isbister'],
      publisher: 'Slackwater Courier',
      published: '2025-11-03T09:00:00+00:00',
    },
    'Sign up for our weekly newsletter, follow us everywhere, read more stories like this one',
  ),
  article(
    'Japanese',
    'ja',
    [
      '離島の汐見島へ渡る連絡船が、今年初めて冬も休まず運航されることになった。島の議会が月曜日に発表した。',
      'これまで船は十一月から三月まで港につながれ、本土に用のある人は漁師に頼むしかなかった。',
      '## 島民の暮らしはどう変わるか',
      '便は一日二往復で、朝九時と午後四時に出る。日曜日は運休する。',
      '運賃は八百円。十歳未満の子どもと、医師の手紙を持つ人は無料で乗れる。',
      '## なぜ時間がかかったのか',
      '古い桟橋は一月の嵐の波に耐えられないため、議会は周りに花崗岩の壁を築いた。',
      '- 工事は四月に始まり、十月末に終わった',
      '- 費用は技師たちの見積もりより三割少なかった',
      '島にただ一軒の店を営む真鍋ハルさんは、最初の便で焼きたてのパンを取り寄せる。',
    ],
    {
      title: '汐見島の連絡船、冬も運航へ',
      authors: ['沢井みのり', '黒岩拓'],
      publisher: '汐見新報',
      published: '2025-11-03T09:00:00+09:00',
    },
    '毎週のメールマガジンに登録する。お気に入りに追加して、ほかの記事もご覧ください',
  ),
  article(
    'Thai',
    'th',
    [
      'เรือข้ามฟากไปเกาะลมจะแล่นตลอดฤดูมรสุมเป็นครั้งแรก สภาเกาะแถลงเมื่อวันจันทร์',
      'ที่ผ่านมาเรือจอดอยู่ในท่าตั้งแต่เดือนพฤศจิกายนถึงมีนาคม ใครต้องขึ้นฝั่งก็ต้องขอชาวประมง',
      '## ชีวิตชาวเกาะจะเปลี่ยนไปอย่างไร',
      'เรือจะออกวันละสองเที่ยว เก้าโมงเช้าและสี่โมงเย็น วันอาทิตย์หยุด',
      'ค่าโดยสารหกสิบบาท เด็กอายุไม่ถึงสิบขวบและผู้ที่มีจดหมายจากหมอขึ้นฟรี',
      '## เหตุใดจึงใช้เวลานาน',
      'ท่าเรือเก่าทนคลื่นพายุไม่ได้ สภาจึงสร้างกำแพงหินล้อมรอบ',
      '- งานเริ่มในเดือนเมษายนและเสร็จสิ้นเดือนตุลาคม',
      '- ใช้เงินน้อยกว่าที่วิศวกรกลัวไว้หนึ่งในสาม',
      'ป้าสมใจ เจ้าของร้านค้าแห่งเดียวบนเกาะ สั่งขนมปังสดไว้สำหรับเที่ยวแรกแล้ว',
    ],
    {
      title: 'เรือเกาะลมแล่นตลอดมรสุม',
      authors: ['นภา ทองดี', 'ชัย ริมน้ำ'],
      publisher: 'ข่าวเกาะลม',
      published: '2025-11-03T09:00:00+07:00',
    },
    'สมัครรับจดหมายข่าวรายสัปดาห์ ติดตามเราได้ทุกช่องทาง อ่านเรื่องอื่นต่อ',
  ),
  article(
    'Arabic',
    'ar',
    [
      'أعلن مجلس الجزيرة يوم الاثنين أن العبّارة إلى جزيرة النورس ستبحر طوال الشتاء للمرة الأولى.',
      'كانت السفينة تبقى في الميناء من تشرين الثاني إلى آذار، ومن أراد الوصول إلى البر سأل صيادًا.',
      '## ما الذي يتغير لأهل الجزيرة',
      'ستكون هناك رحلتان في اليوم، واحدة في التاسعة صباحًا وأخرى في الرابعة مساءً؛ ولا رحلة يوم الأحد.',
      'ثمن التذكرة ستة دنانير. ويسافر الأطفال دون العاشرة، وكل من يحمل رسالة من الطبيب، مجانًا.',
      '## لماذا طال الانتظار',
      'لم يكن الرصيف القديم يحتمل أمواج العواصف، فبنى المجلس حوله جدارًا من الصوان.',
      '- بدأ العمل في نيسان وانتهى في آخر تشرين الأول',
      '- بلغت الكلفة أقل بالثلث مما خشي المهندسون',
      'طلبت أم سليم، صاحبة الدكان الوحيد، خبزًا طازجًا لأول رحلة.',
    ],
    {
      title: 'عبّارة النورس تبحر في الشتاء',
      authors: ['ليلى حداد', 'سامر نجم'],
      publisher: 'بريد الجزر',
      published: '2025-11-03T09:00:00+03:00',
    },
    'اشترك في نشرتنا الأسبوعية، تابعنا في كل مكان، اقرأ المزيد من القصص',
  ),
];
