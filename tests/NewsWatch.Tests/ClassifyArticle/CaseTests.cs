using NewsWatch.ClassifyArticle;

namespace NewsWatch.Tests.ClassifyArticle;

/// <summary>
/// Each shipped case by itself. What is read wrongly and known to be stands in <c>Cases/known-wrong.tsv</c>, id and what is wrong: such a
/// case is reported as skipped with its fault, until it is right; any other fault fails.
/// </summary>
public sealed class CaseTests
{
    private static readonly AgreementClassifier Classifier = new();
    private static readonly Dictionary<string, LabelledRecord> Records = ShippedCases.All.ToDictionary(record => record.Id, StringComparer.Ordinal);
    private static readonly Dictionary<string, string[]> KnownWrong = File
        .ReadLines(Path.Combine(RepositoryFolder.Path, "tests", "NewsWatch.Tests", "ClassifyArticle", "Cases", "known-wrong.tsv"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split('\t'))
        .ToDictionary(row => row[0], row => row[1].Split(", "), StringComparer.Ordinal);

    public static IEnumerable<object[]> Cases() => ShippedCases.All.Select(record => (object[])[record.Id, record.Title]);

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public void A_case_is_read_as_labelled(string id, string title)
    {
        var record = Records[id];
        var faults = Judgement.Of(record, record.Classify(Classifier));
        var said = $"{id}, {title}: {string.Join("; ", faults.Select(fault => $"{fault.What} {fault.Found}"))}";
        var known = KnownWrong.GetValueOrDefault(id, []);
        Skip.If(faults.Count > 0 && faults.All(fault => known.Contains(fault.What)), $"known wrong: {said}");
        Assert.True(faults.Count == 0, said);
    }

    [Fact]
    public void What_is_known_wrong_is_a_case() => Assert.Empty(KnownWrong.Keys.Except(Records.Keys));
}
