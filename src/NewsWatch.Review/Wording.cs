using System.Globalization;
using NewsWatch.PollFeeds;

namespace NewsWatch.Review;

/// <summary>How the site words what the pipeline stores.</summary>
internal static class Wording
{
    public static string Of(AgreementType type) => AgreementWording.Name(type);

    public static string Of(AgreementStage stage) => AgreementWording.Name(stage);

    public static string Of(ArticleState state) => ArticleStateWord.Of(state);

    public static string Of(FeedHealth health) => Words(WireName.Of(health));

    public static string Of(Verdict verdict) => WireName.Of(verdict);

    public static string Parties(IEnumerable<string>? parties) => string.Join(" – ", parties ?? []);

    public static string PartyNames(IEnumerable<string> parties) => string.Join(" – ", parties.Select(code => PartyTable.Of(code).Name));

    /// <summary>The date with its hour in UTC: readers sit in many zones.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => AgreementWording.Day(day);

    /// <summary>No more exactly than it is told.</summary>
    public static string Day(ToldDay day) => AgreementWording.Day(day);

    /// <summary>For the <c>datetime</c> attribute.</summary>
    public static string Machine(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (share * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    public static string Percents(Accuracy.ShareInterval interval)
        => string.Create(CultureInfo.InvariantCulture, $"{interval.Low * 100:0}–{interval.High * 100:0} %");

    private static string Words(string name) => name.Replace('-', ' ').Replace("/", " or ", StringComparison.Ordinal);
}
