"""The English that every field shares: words that ask, words that say when, words that add nothing.

Sets hold normal forms (:func:`tenor.ask.language.words.lemma`) unless they say otherwise; each is written as plain words and normalized once.
"""

from __future__ import annotations

from tenor.ask.language.words import lemma


def _forms(text: str) -> frozenset[str]:
    return frozenset(lemma(word) for word in text.split())


#: Words that may stand anywhere and change nothing about what is asked.
FILLER = _forms(
    """through itself via within across among toward towards between allow permit authorize entitle able agree whole entire the a an of for to in on at by with from and as it its their his her they them he she we our i me my you your this that these those there
    be is are am do have s so such then also please exactly actually really just according into onto up out over
    about what which who whom whose when where how can could may might will would shall should must get under
    tell show give find say know record ok hi hello thanks question answer wonder whether if"""
)

#: Nouns for a deal and its parts, and verbs of telling: beside a term they add nothing.
GENERIC = _forms(
    """own deal agreement contract partnership arrangement clause term right provision status state stage latest current text document party
    grant include contain involve describe define name call provide report announce publish state disclose say plan expect suppose count
    responsible become appoint designate part role type kind exactly rule sort place today work make"""
)

#: Words that ask who, and with the one that asks it of things, too.
WHOM = frozenset(("who", "whom", "whose"))
WHO = WHOM | {"which"}

#: Words with which a question starts that asks for more than yes or no.
ASKING = WHO | {"what", "when", "where", "how"}
#: Words, as typed, by which "when" asks for a time that is planned.
DUE = frozenset("due supposed expected scheduled slated planned anticipated targeted".split())
#: Verbs, as lemmas, of letting somebody do a thing.
LETTING = _forms("allow let permit")
#: Words that ask for yes or no at the head of a question.
YES_NO = _forms("is are was were am do does did can could may might will would shall should must has have had")

#: Verbs of doing and being, as typed, right behind which whoever does a thing stands.
HEADS = frozenset(("did", "was", "were", "has", "have", "does", "do", "will"))

#: Past forms, as typed: a question in the past without a date is about the whole record.
PAST = frozenset(("was", "were", "did", "had"))

#: Verbs and nouns that belong to a kind of question, not to a term.
START_WORDS = _forms(
    "happen occur start begin become first since come enter effect take launch initially origin date when long go live day year introduce obtain appoint designate arrive land debut commence"
)
END_WORDS = _forms(
    "grant end expire stop lapse run last terminate cease finish over remain valid good hold stay until expiration expiry date long day year when stand term duration go through"
)
CHANGE_WORDS = _forms(
    "switch last clause hand change evolve differ difference happen develop alter amend become history different between new compare versus shift become modify revise do"
)
VALUE_WORDS = _forms(
    "all come altogether much many big large size amount total worth value high percentage percent number figure sum cost dollar money long what level altogether overall"
)
#: Words, as typed, for whoever it may be.
WHOEVER = frozenset(("anyone", "anybody", "everyone", "everybody"))
#: Words, as typed, for what a thing is held to be worth: more than "how much", though of one form with "value".
VALUED = frozenset(("valued", "valuation", "valuations"))
#: Nouns for a part of something.
MEASURES = _forms("interest share portion proportion fraction part slice cut ratio rate multiple range limit cap")
#: Nouns for what something is like: "what kind of N" asks for N.
SORTS = _forms("kind sort type form class category")
LIST_WORDS = _forms("clause term right rule all every everything each list any other various company firm one party")
SUM_WORDS = _forms("total sum altogether together combined overall")
WHAT_WORDS = _forms(
    "cover include contain involve say state provide mean entail look define describe content detail condition do allow require need rule require"
)
SAY_WORDS = _forms(
    "say claim think reckon argue tell mention allege state believe write opinion view take assert suggest call comment according explain position accuse describe"
)
NOW_WORDS = _forms("still currently now today present anymore longer already yet ever")

#: Verbs that go with any noun and say no more than that it is so.
LIGHT_VERBS = _forms("hold occupy keep retain possess enjoy exist apply run force effect active valid")

#: Verbs and nouns that ask for a change.
CHANGING = _forms("switch change evolve differ differently difference history compare altered amend")
#: Verbs that ask for a change behind "how did".
MOVING = _forms("move shrink grow rise fall drop climb swell develop increase decrease decline")
#: Words that ask for a change behind "how much".
BIGGER = _forms("bigger larger higher smaller lower")

#: Adverbs of manner, of speech and of time that leave open which day is meant: they change nothing anywhere.
#: Words for how often, and for what an amount is paid each time.
PERIODICALLY = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year", "annual": "year", "annually": "year",
}  # fmt: skip
ADVERBS = _forms(
    """approximate truly basically effectively essentially legally publicly specifically precisely simply merely perhaps maybe approximately nowadays lately recently eventually finally
    ultimately meanwhile soon too even quite rather fairly indeed certainly definitely clearly obviously namely thus hence therefore usually normally typically
    completely fully totally entirely wholly lawfully validly rightfully henceforth afterwards thereafter thereby exactly anyway though however jointly directly openly expressly solemnly then given well themselves itself himself herself oneself"""
)
#: Nouns for anything, and adjectives that praise or point: beside a term that is named they cannot say which clause is meant.
#: No ordinal, color, nation, degree or negation is among them.
NOUNS = _forms(
    """thing way sort form case fact point side respect basis ground situation position detail information data figure number sum level size scale date day year month week time
    period calendar moment stage phase step name wording language document documentation paper page entry accord pact alliance cooperation collaboration company firm business
    corporation organization entity player somebody someone anybody anyone everybody everyone people guy folk certain particular whatever whichever money dollar cash whole
    plain real true correct right full complete entire relevant respective official formal legal famous so-called known matter force effect"""
)
#: Verbs of having and being: beside a term that is named they say no more than that it is so.
STEADY = _forms("remain continue extend concern relate stand serve belong own enjoy use utilize employ")
#: Verbs of asking and of telling, and of giving and taking where a term says what: not for yes or no, where the verb is what is asked.
HANDLING = _forms(
    """word reach affect operate run work count come go obtain receive gain secure retrieve fetch display print output lookup identify specify determine outline mention
    check clarify help need want wish like try happen turn become lie fall arrive put bring carry bear enable entitle authorize empower possible amount equal set define consider
    deem agree arrange sign strike ink seal conclude let spend ready willing able call face stretch last plan intend express name title quote cite remind owe due seek issue impose"""
)
#: Verbs of standing and serving that with "for" or "under" say that somebody wants a thing, or works for whoever has it.
AIMING = _forms("run stand apply work serve go try come fall reach call face need want wish help like look vote intend plan happen")
#: Nouns for a body of people, which no person is.
BODIES = _forms("party company firm corporation organization business entity faction")
#: The same, and for whoever has a part in a deal.
SIDES = BODIES | _forms("investor backer bank lender partner supplier vendor buyer seller holder owner")
#: Nouns for whoever publishes reports: "which outlet reported …" asks for an event.
OUTLETS = _forms("outlet newspaper paper publication magazine journal broadcaster newsletter medium")
#: Nouns for whoever a product belongs to.
OWNERS = _forms("maker owner creator developer parent inventor builder")

#: Verbs of telling: with "when" they ask for the day on which somebody told it.
REPORTING = _forms("publish report disclose reveal testify write")

#: Words, as typed, without which no question asks the same of two.
OF_BOTH = frozenset(("and", "vs", "versus", "v", "compared", "compare", "comparison", "against", "opposed"))

#: Words for the numbers of several things.
NUMBERS = {word: n for n, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)}
#: Words, as typed, without one of which no question speaks of several or of what something is made up of.
SEVERAL = frozenset(("both", *NUMBERS, *"up consist consists comprise comprises composed breakdown broken break breaks parts components".split()))
#: Words, as typed, for the steps in which a sum goes over.
STEPS = frozenset("payments installments instalments tranches drawdowns disbursements".split())
EACH_STEP = STEPS | {step.removesuffix("s") for step in STEPS}

#: Words, as typed, without which nothing is said of what the public knew.
PUBLIC = frozenset("public publicly published known knew know knowledge disclosed reported announced leaked revealed available".split())

#: Participles of what is told or held to be so: "was said to be".
HELD_TO_BE = frozenset("said reported believed thought rumored rumoured estimated understood considered assumed".split())

#: Words that ask for the far end of an amount: beside "how much" they add nothing, for an amount is told with its hedge.
EXTREMES = _forms("most least maximum max minimum min ceiling upper top highest")

#: Words for a deal in general.
DEAL_WORDS = _forms("deal deals agreement agreements partnership contract contracts term terms clause clauses relationship arrangement")

#: Verbs by which a holder ends what it had: "when did X leave" asks for an end.
ENDING = _forms(
    "end expire stop lapse terminate cease finish leave lose quit exit withdraw resign drop abandon relinquish surrender forfeit forgo waive vacate discontinue cede renounce abolish strip extinguish graduate divorce"
)

#: Verbs by which a right comes to its end.
STOPPING = _forms("end expire stop lapse terminate cease finish")

#: Verbs by which a right is gone for good, where "leave" can be said of a stage.
LOSING = STOPPING | _forms(
    "lose relinquish drop abandon withdraw quit resign surrender forfeit forgo waive vacate discontinue cede renounce abolish strip extinguish"
)

#: Verbs of going from one place to another: what they tell turns on the word before the place.
RELOCATING = _forms("move relocate transfer shift migrate")

POSSIBLE = frozenset(("can", "could", "may", "might"))
MODALS = frozenset("can could may might will would shall should must".split())

#: In a yes-or-no question these turn it round: "has X lost its license".
OVER = _forms(
    """lost lose gone ended end expired lapsed terminated stopped ceased relinquished over canceled withdrawn scrapped abandoned revoked surrendered forfeited waived vacated discontinued ceded renounced abolished rescinded vacant
    unoccupied unfilled empty extinguished"""
)

#: Verbs of doing what was promised.
CARRYING_OUT = _forms("pay put draw disburse spend deliver vest fund transfer receive release invest use consume ship supply build")

#: Verbs by which an instrument comes about.
SIGN_WORDS = _forms("sign announce publish conclude disclose agree reach effect release make")

#: Words that place one thing among several in time: which one is meant must stand in what answers.
ORDERING = _forms("first second third fourth fifth sixth final last latest earliest next")
#: Words that say the first of all, or the last.
AT_FIRST = frozenset(("originally", "initially", "lately"))
#: Nouns for the parts in which a sum comes.
PORTIONS = _forms("payment installment instalment tranche closing")

#: Nouns for a part of a whole, as typed.
FRACTIONS = frozenset("half third quarter fifth tenth".split())
#: Words for money.
MONEY = _forms("money dollar dollars cash euro euros usd")

#: Verbs by which somebody comes to be admitted to something, and the word, as typed, behind each.
ENTERING = frozenset(
    (lemma(verb), where)
    for verbs, behind in (
        ("get go come", "into"),
        ("qualify apply eligible", "for"),
        ("admit accept enroll admitted accepted enrolled", "to into in"),
    )
    for verb in verbs.split()
    for where in behind.split()
)

#: Nouns, as typed, for what is left out of a right or a duty; "carve" of a carve-out.
EXCEPTIONS = frozenset(
    "exception exceptions exemption exemptions derogation derogations carve carveout loophole loopholes proviso provisos exclusion exclusions".split()
)

#: Verbs of having a part in what happens at one time.
JOINING = _forms("take join participate invest contribute")

#: Verbs of buying: with a party as their object they say that one party took over another.
BUYING = _forms("buy acquire purchase")

#: Verbs by which something comes to a measured value.
REACHING = _forms("reach attain achieve score hit get manage clock")

#: Past participles that do not end in -ed.
PARTICIPLES = frozenset("sold bought paid held given made built kept told known sent lent spent bound shown run put set led met".split())
#: Participles that look like their verbs.
UNCHANGED = frozenset("cut put set hit run split shut cast shed let".split())

#: What people are called by before their names, as typed.
TITLES = frozenset("mr mrs ms miss mx dr sir dame lord lady".split())

#: Verbs of coming after and before in an office or a right.
SUCCESSION = {**dict.fromkeys(_forms("succeed follow replace"), "after"), **dict.fromkeys(_forms("precede"), "before")}

_EXCLUSIVE = "exclusive exclusively sole solely only alone exclusivity"
EXCLUSIVE = _forms(_EXCLUSIVE)
#: Words that are written like the normal form of one of these and are another: "Sol".
NOT_EXCLUSIVE = EXCLUSIVE - frozenset(_EXCLUSIVE.split())
NEGATIONS = frozenset(
    (
        "not",
        "no",
        "never",
        "without",
        "neither",
        "nor",
        "none",
        "nobody",
        "except",
        "unless",
        "non",
        "nonexclusive",
        "nothing",
        "instead",
        "besides",
        "apart",
    )
)

#: Words before a question that say who asks, or that one comes.
OPENING = frozenset(
    "quick check one counsel client editor desk reader colleague boss asks ask asked wants query fact urgent hey request task prompt deadline memo".split()
)

#: Words that compare or reckon: nothing in the records answers them, so they are refused.
REFUSED = _forms(
    "why because average mean likely probably predict forecast should better best worse worst more less fewer than most least good bad reason cause ratio"
)

#: Words of degree among them: they compare, unless they are part of a name ("more capacity").
COMPARING = _forms("more less fewer most least better best worse worst")

#: Nouns for a document; beside a date they name one.
DOCUMENTS = _forms(
    "amendment agreement deal contract filing announcement statement memorandum memo letter report notice filing license release accord pact"
)
#: Of those, the ones for what two sides agreed.
AGREEMENTS = _forms("amendment agreement deal contract accord pact memorandum license")
#: Words for whose something is, of whoever was named before.
OWNING = frozenset(("its", "their", "his", "her"))
#: Nouns for that under which something applies.
CONDITIONS = _forms("condition circumstance event trigger requirement prerequisite hurdle criterion criteria proviso")

#: Words of plain English that mean the same in an account of who did what, the first standing for all.
SYNONYMS = (
    "start begin commence initiate",
    "end stop expire lapse terminate cease finish conclude",
    "buy purchase procure",
    "sell resell vend",
    "pay remit disburse",
    "remove oust fire sack eject",
    "shout yell scream",
    "share portion part percentage proportion fraction",
    "company firm corporation business enterprise",
    "promise pledge vow commit undertake obligation",
    "require need oblige demand must",
    "decide decision rule determine judge",
    "verify confirm check certify validate",
    "limit cap ceiling maximum most",
    "minimum least floor",
    "reveal disclose publish unveil",
    "talk negotiation discussion negotiate discuss",
    "lawsuit suit case litigation sue",
    "quick fast speedy speed rapid",
    "build construct",
    "use utilize usage",
    "help assist support aid",
    "agreement deal contract pact accord arrangement",
    "money cash fund",
    "customer client user",
    "price cost charge fee",
    "show display",
    "big large",
    "receive obtain get gain",
    "come arrive",
    "test examine",
    "staff employee personnel",
    "submit file filing submission",
    "regulator authority watchdog",
    "rise increase raise grow hike",
    "fall decrease drop decline reduce cut lower shrink",
    "early premature",
    "annual yearly annum",
    "gap difference",
    "revenue rev",
    "gigawatt gw",
    "megawatt mw",
    "quit leave resign depart",
    "quarter q",
    "organization organisation org",
    "reimburse repay compensate indemnify",
    "bill invoice charge",
    "condition contingent prerequisite trigger restriction stipulation proviso",
    "reach attain achieve accomplish",
    "declare announce proclaim",
    "partner ally collaborator",
    "join enter",
    "secret confidential",
    "together joint collaborate",
    "forecast project expect predict anticipate",
    "leak unauthorized",
    "cancel revoke",
    "count qualify",
    "cause reason",
    "split breakup separation divorce rupture",
    "transfer pass assign",
    "device gadget",
    "extend prolong renew",
    "name call title",
    "frighten scare spook",
    "same identical parity",
    "exclude carve",
    "additional incremental",
    "repair fix mend",
    "consider weigh ponder contemplate mull",
    "exception derogation exemption",
    "expand expansion",
    "loan lend",
    "delay slip postpone defer",
    "chance likelihood odds prospect probability",
    "choose pick select choice selection",
    "replace substitute supersede",
    "threat threaten",
    "tie tied link couple",
    "complain complaint",
    "launch debut rollout",
    "refuse reject refusal",
    "delete erase",
    "angry anger furious temper",
)

SCALES = {
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "tn": 10**12,
    "m": 10**6,
    "mm": 10**6,
    "billion": 10**9,
    "b": 10**9,
    "trillion": 10**12,
    "t": 10**12,
}

#: Every word of the grammar itself, as typed, for recognizing it in spite of a slip.
FRAME_WORDS = frozenset(
    """what when where which whose does until since before after during between exclusive exclusively changed change
    today currently still longer ever now total under first last early late middle year month quarter january february march april june july august september october november
    december winter summer autumn spring monday tuesday wednesday thursday friday saturday sunday against amount holder through throughout begin beginning later earlier century decade yesterday tomorrow half season fiscal onward onwards start started ended expire expires history compare difference
    """.split()
)

#: Common words that are no slips of the vocabulary's words, however near.
COMMON = frozenset(
    """warranty royalty loyalty salary penalty insurance mortgage pension subsidy dividend tariff bonus premium patent lawyer different able about above across actor added after again alone along already also although always among angry apple apply area argue arise around
    asset avoid award aware basic beach bears being below birth black blame blank blind block board boost brain brand bread break brief bring broad brown
    build buyer calls candy carbon carry catch cause chain chair chart chase cheap check chest chief child claim class clean clear click climb clock close cloth
    coach coast colors comes contact cost could count court cover craft crash cream crime cross crowd cycle daily dance deals death decide delay depth
    dinner doing doubt draft drama dream dress drink drive early earth eight email empty enemy energy enjoy enter entry equal error every exact exist extra faith
    false fault favor fewer field fifth fifty fight final floor focus force forty found frame fraud fresh front fruit fully funny given glass global going
    grace grade grand grant grass great green group guess guide happy heart heavy hello hence horse hotel house human ideal image index inner input issue joint judge
    known label labor large later laugh layer learn least leave legal lemon level light limit lives local logic loose lower lucky lunch magic major maker
    maybe mayor media metal might minor minus model money moral motor mount mouse mouth movie music naval nerve never night noise north noted novel nurse
    occur ocean offer often order other ought owner paint panel paper party peace phase phone photo piece pilot pitch place plain plane plant plate point
    pound power press price pride prime print prior prize proof proud prove queen quick quiet quite radio raise range rapid ratio reach ready refer relax reply
    right rival river rough round route royal rural scale scene scope score sense serve seven shall shape share sharp sheet shift shirt shock shoot short shown
    sight since sixth sixty skill sleep slide small smart smile smoke solid solve sorry sound south space spare speak speed spend sport staff stage stake
    stand start state steam steel stick still stock stone store storm story strip study stuff style sugar suite super sweet table taken taste taxes teach
    teeth terms thank theft their theme there thick thing think third those three throw tight times tired title today topic total touch tough tower track trade
    train treat trend trial tribe trick truck truly trust truth twice uncle under union unity until upper upset urban usage usual valid value video virus visit vital
    voice waste watch water weather wheel where which while white whole whose woman women world worry worse worst worth would wound write wrong yield young youth
    weather whether water later"""
    .split()
)  # fmt: skip
#: Nouns and verbs for what sources do not agree on, and words, as typed, for what is subject to it; without one of them no question is about that.
DISAGREEMENTS = _forms("dispute disagreement controversy conflict contradiction discrepancy debate doubt")
DISAGREEING = _forms("disagree conflict conflicting differ contradict agree diverge divided")
DISPUTED = frozenset(("disputed", "contested", "controversial"))
DISPUTING = DISAGREEMENTS | DISAGREEING | frozenset(map(lemma, DISPUTED))
#: Verbs of making an amount smaller.
LOWERING = _forms("cut lower reduce slash decrease drop fall shrink trim")
#: Words that ask for one of all, by size: no text of one says that it is that one.
RANKING = frozenset("largest biggest smallest longest shortest richest cheapest priciest".split())
