namespace NewsWatch.ExtractArticle.Stories;

/// <summary>
/// One text in several outlets. Stored as <c>stories/{id}.json</c>. However many outlets carry it, it is one origin: who counts
/// independent reports counts stories, and articles without one.
/// </summary>
/// <param name="Id">Id of the article whose text came first.</param>
/// <param name="Sources">The articles, first seen first; two or more.</param>
public sealed record Story(string Id, IReadOnlyList<StorySource> Sources);

/// <summary>An article that carries a story.</summary>
/// <param name="Article">Its id.</param>
/// <param name="Outlet">Host of its address, without <c>www.</c></param>
/// <param name="Title">Its title.</param>
/// <param name="Address">Its address.</param>
/// <param name="Published">When; null where unknown.</param>
/// <param name="Agency">News agency it credits; null where none.</param>
public sealed record StorySource(string Article, string Outlet, string Title, Uri Address, DateTimeOffset? Published, string? Agency);
