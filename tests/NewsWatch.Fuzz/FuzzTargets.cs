using NewsWatch.Fuzz.Targets;

namespace NewsWatch.Fuzz;

/// <summary>Every target there is.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<IFuzzTarget> All { get; } =
    [
        new FeedTarget(),
        new PageTarget(),
        new JsonLdTarget(),
        new PdfTarget(),
        new ClassifierTarget(),
        new RobotsTarget(),
        new OpmlTarget(),
        new SitemapTarget(),
        new ListPageTarget(),
        new RefreshTarget(),
        new DateTarget(),
        new AddressTarget(),
        new BodyTarget(),
        new EncodingTarget(),
    ];

    /// <summary>The target of a name; null where there is none.</summary>
    public static IFuzzTarget? Find(string name) => All.FirstOrDefault(target => target.Name == name);
}
