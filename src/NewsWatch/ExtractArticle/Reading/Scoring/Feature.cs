namespace NewsWatch.ExtractArticle.Reading.Scoring;

/// <summary>What is known of a block when it is judged. The names are the column names of the model's file.</summary>
internal enum Feature
{
    // Its text.
    Words, LinkShare, Links, SentenceEnds, EndsSentence, Commas, DigitShare, CapitalShare, StrongShare, EmphasisShare, Pictures, Times, Breaks,
    WordLength, StartsCapital, StartsQuote, StartsOther, EndsColon,

    // What it says, as the rows of phrases.tsv have it.
    SaysCredit, SaysRelated, SaysNewsletter, SaysDate, SaysShare, SaysComment, SaysAdvert, SaysLegal, SaysPlayer, SaysByline,

    // Its element and those around it.
    IsParagraph, IsItem, HeadingLevel, IsDivision, InList, InTable, InQuote, InFigure, InCaption, InAside, InNavigation, InHeader, InFooter,
    InForm, InButton, InArticle, InMainElement, InSection, InDetails, InAddress, Hidden, Apart, BodyMark, Item,

    // Levels up to the nearest element whose class or id has the hint.
    HintBody, HintLead, HintTitle, HintNavigation, HintFooter, HintAside, HintRelated, HintShare, HintCaption, HintByline, HintDate,
    HintNewsletter, HintComment, HintAdvert, HintConsent, HintPaywall, HintTopic, HintPlayer, HintHidden, HintBox, HintQuote, HintLive,
    HintTeaser, HintHeader,

    // The boxes around it.
    Depth, Twins, TwinsAbove, BoxWords, ParentWords, ParentLinkShare, ParentProse, ParentPart, GrandWords, GrandLinkShare, GrandProse, GrandPart,
    TemplateCount, TemplateWords, TemplateLinkShare, TemplateProse, TemplatePart, ArticlePart,

    // The main box.
    LevelsToMain, MainLevels, MainPart, MainWords, MainLinkShare, MainTwins,

    // Where it stands.
    Position, WordsBefore, ProseBefore, SinceProse, UntilProse, SinceTitle, WordsSinceTitle, MainBefore, BeforeMain, AfterMain,

    // The blocks beside it.
    Words1Before, LinkShare1Before, Prose1Before, Heading1Before, Words1After, LinkShare1After, Prose1After, Heading1After, Words2Before,
    LinkShare2Before, Words2After, LinkShare2After, SameTemplateBefore, SameTemplateAfter, SameParentBefore, SameParentAfter,

    // The page.
    PageProse, PageBlocks, PageProseBlocks,

    // What the page says of its article.
    BodyOverlap, BodyKnown, DescriptionOverlap, TitleOverlap, Repeats,

    // The first judgement of the blocks around: known on the second pass only.
    First, First1Before, First1After, First2Before, First2After, First3Before, First3After, FirstParent, FirstTemplate, FirstBefore, FirstAfter,
    FirstGrand, FirstProseBefore, FirstProseAfter, FirstGreat,
}
