namespace NewsWatch.Notices;

/// <summary>One thing that a notice tells. Every text in it is cleaned and bounded as <see cref="NoticeText"/> says.</summary>
/// <param name="Heading">One line that names it.</param>
/// <param name="Statement">A sentence of what has happened.</param>
public sealed record NoticeItem(string Heading, string Statement)
{
    /// <summary>One line that names it.</summary>
    public string Heading { get; init => field = NoticeText.Heading(value); } = NoticeText.Heading(Heading);

    /// <summary>A sentence of what has happened.</summary>
    public string Statement { get; init => field = NoticeText.Line(value); } = NoticeText.Line(Statement);

    /// <summary>The sentences that prove it, the best first.</summary>
    public IReadOnlyList<NoticeQuote> Quotes { get; init; } = [];

    /// <summary>What else is known, such as the stage before.</summary>
    public IReadOnlyList<NoticeFact> Facts { get; init; } = [];

    /// <summary>Who says so, the best first.</summary>
    public IReadOnlyList<NoticeSource> Sources { get; init; } = [];

    /// <summary>Where to read on and what to do, the most important first.</summary>
    public IReadOnlyList<NoticeLink> Links { get; init; } = [];
}

/// <summary>Something known, under a name.</summary>
/// <param name="Label">The name, a word or two.</param>
/// <param name="Value">What is known.</param>
public sealed record NoticeFact(string Label, string Value)
{
    /// <summary>What is known.</summary>
    public string Value { get; init => field = NoticeText.Line(value); } = NoticeText.Line(Value);
}

/// <summary>A sentence as it was written.</summary>
/// <param name="Text">The sentence, in its own language.</param>
/// <param name="Language">BCP 47 primary language; null where unknown.</param>
/// <param name="From">Who wrote it, such as the outlet; null where that is not told.</param>
public sealed record NoticeQuote(string Text, string? Language, string? From)
{
    /// <summary>The sentence, in its own language.</summary>
    public string Text { get; init => field = NoticeText.Line(value); } = NoticeText.Line(Text);

    /// <summary>Who wrote it.</summary>
    public string? From { get; } = From is null ? null : NoticeText.Heading(From);
}

/// <summary>An article behind what is told.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Address">Its address.</param>
/// <param name="Language">BCP 47 primary language of the title; null where unknown.</param>
/// <param name="Detail">Outlet, day and standing, in a few words.</param>
public sealed record NoticeSource(string Title, Uri Address, string? Language, string Detail)
{
    /// <summary>Its title.</summary>
    public string Title { get; init => field = NoticeText.Heading(value); } = NoticeText.Heading(Title);

    /// <summary>Outlet, day and standing, in a few words.</summary>
    public string Detail { get; init => field = NoticeText.Heading(value); } = NoticeText.Heading(Detail);
}

/// <summary>Where to read on, or what to do.</summary>
/// <param name="Text">What is there, a few words.</param>
/// <param name="Address">Its address; http or https.</param>
public sealed record NoticeLink(string Text, Uri Address);
