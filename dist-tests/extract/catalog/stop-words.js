/**
 * The most frequent words of languages, about 60 each: articles, pronouns, prepositions, conjunctions, auxiliaries.
 * They are roughly two words of five in running text, and few in menus and lists. Written for Assay, by hand.
 */
const STOP_WORDS = {
    en: `the of and to a in is that for it on was with as be by at he this from are have not or but had his they an which
    you were her she has been their one there all we who will would if so when what more about can its said no out up
    into than them some could do him time after over`,
    de: `der die und in das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass
    sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man
    sein wurde wenn ich was kann schon`,
    fr: `de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ou son aux s d l
    qu n c y été mais comme nous leur cette elle ces sa ses on tout fait être deux même aussi ont lui si après sans très
    je vous peut bien`,
    es: `de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este
    ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay
    vez puede todos así nos`,
    it: `di e il la che in a un per è una del non si da le i con della dei al come alla più sono anche lo delle nel ha gli o
    ma se dal nella su questo loro stato due dalla ai essere fra tra ed anni cui degli era ad hanno suo quando sua dopo
    molto alle l d un solo`,
    pt: `de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito
    nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse eles você essa num nem
    suas às foi ser são está`,
    nl: `de van het een en in is dat op te zijn voor met die niet aan er om ook als dan maar bij of uit nog naar heeft hij ze
    wordt door over tot we je ik wat werd kan deze meer al na hebben worden zo geen was haar dit hun moet onder had zich
    zou mensen jaar omdat veel`,
    pl: `i w na z do się nie to że o jest jak za po co od przez dla ale tak już czy przy być są a jego tym tego może który
    które która jej ich był było tylko lub też oraz ze tej przed także nad pod jednak mnie ma bo aby gdy gdzie więc sobie
    będzie można by`,
    sv: `och i att det som en på är av för med den till de har inte om ett han men var jag sig från vi så kan när år under
    också efter eller nu sin där vid mot ska skulle kommer ut får finns vara hade alla andra mycket än här då sedan över
    bara blir upp vad få två`,
    tr: `ve bir bu da de için ile olarak çok daha gibi olan kadar sonra ne en o ki ya ama her ise mi var değil oldu diye hem
    veya ancak tüm iki bunu şu göre içinde yeni ilk olduğu ben biz onun bile yok şey kendi önce etti eden nasıl yer büyük
    üzere dedi`,
    ru: `и в не на я что он с а как это по но из у за к то от все так его для же мы о вы она бы до был только они есть было
    ее или быть при если уже когда ни будет были чтобы после может со во этого этом том где еще который которые том также
    более года лет`,
};
/** The lists by language subtag. */
export const STOP_LISTS = new Map(Object.entries(STOP_WORDS).map(([language, words]) => [language, new Set(words.split(/\s+/))]));
