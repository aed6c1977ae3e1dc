namespace NewsWatch.ExtractArticle.Reading;

/// <summary>What a page turned out to be. Only an <see cref="Article"/> is evidence.</summary>
public enum PageKind
{
    /// <summary>One article, whole.</summary>
    Article,

    /// <summary>A front page, section, tag or search page: teasers of other pages.</summary>
    List,

    /// <summary>A running blog of entries by the minute, of many subjects.</summary>
    LiveBlog,

    /// <summary>A video or audio page: a player and little text.</summary>
    Video,

    /// <summary>An article behind a paywall: the beginning only.</summary>
    Partial,

    /// <summary>A consent page in the article's stead.</summary>
    Consent,

    /// <summary>A login or registration page in the article's stead.</summary>
    Login,

    /// <summary>A challenge that asks whether the reader is human, or refuses it.</summary>
    BotWall,

    /// <summary>An error page, whatever status it was served with.</summary>
    Error,

    /// <summary>Nothing to read: an empty body, or a shell that scripts were to fill.</summary>
    Empty,

    /// <summary>Not read at all: too large, too deep, or no HTML; <see cref="PageReading.Reason"/> says which.</summary>
    Unreadable,
}
