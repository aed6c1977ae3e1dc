using CsCheck;
using NewsWatch.TrackAgreement;

namespace NewsWatch.Tests.Articles;

/// <summary>What holds of derived ids whatever they name; a failure prints its seed.</summary>
public sealed class DerivedIdPropertyTests
{
    private const int Rounds = 1_000;

    private static readonly Gen<AgreementType> Type = Gen.Enum<AgreementType>();

    private static readonly Gen<string> Party = Gen.OneOf("JP", "fr", " GB", "Us ", "nato", "EU", "AU", "PH", "DE", "NO", "SE", "FI", "ASEAN", "UN", "TW", "KR", "in", "ID");

    [Fact]
    public void One_name_has_one_id_and_two_names_have_two()
        => Gen.Select(Gen.String, Gen.String).Sample(
            (one, other) =>
            {
                Assert.Matches("^[0-9a-f]{20}$", ArticleId.Hash(one));
                Assert.Equal(ArticleId.Hash(one), ArticleId.Hash(new string(one.AsSpan())));
                Assert.Equal(Whole(one) == Whole(other), ArticleId.Hash(one) == ArticleId.Hash(other));
                Assert.Equal(Whole(one) == Whole(other), DerivedUuid.Of(DerivedUuid.NewsWatch, one) == DerivedUuid.Of(DerivedUuid.NewsWatch, other));
            },
            iter: Rounds);

    [Fact]
    public void Entries_are_told_apart_by_feed_and_by_entry()
        => Gen.Select(Gen.Long, Gen.Long, Gen.Long).Where((feed, one, other) => feed != other && one != other).Sample(
            (feed, one, other) =>
            {
                string Feed(long number) => ArticleId.Hash($"{number}");
                Assert.NotEqual(ArticleId.OfEntry(Feed(feed), $"{one}"), ArticleId.OfEntry(Feed(feed), $"{other}"));
                Assert.NotEqual(ArticleId.OfEntry(Feed(feed), $"{one}"), ArticleId.OfEntry(Feed(other), $"{one}"));
            },
            iter: Rounds);

    [Fact]
    public void An_agreements_id_is_of_its_type_and_parties_however_they_are_given()
        => Gen.Select(Type, Party.Array[2, 18], Gen.Int[0, int.MaxValue])
            .Where((_, parties, _) => AgreementId.SortParties(parties).Count > 1)
            .Sample(
                (type, parties, seed) =>
                {
                    var given = parties.Concat(parties.Select(party => party.ToLowerInvariant())).ToArray();
                    new Random(seed).Shuffle(given);
                    var id = AgreementId.Of(type, parties);
                    Assert.Equal(id, AgreementId.Of(type, given));
                    Assert.Matches("^[a-z0-9-]{1,110}$", id);
                    Assert.All(
                        Enum.GetValues<AgreementStage>(),
                        stage => Assert.InRange(AgreementId.OfDevelopment(AgreementId.OfNumber(id, 12), stage, 12).Length, 1, 120));
                },
                iter: Rounds);

    [Fact]
    public void Other_types_or_parties_have_other_ids_and_so_has_each_development()
        => Gen.Select(Type, Type, Party.Array[2, 18], Party.Array[2, 18])
            .Where((_, _, parties, others) => AgreementId.SortParties(parties).Count > 1 && AgreementId.SortParties(others).Count > 1)
            .Sample(
                (type, otherType, parties, others) =>
                {
                    var same = type == otherType && AgreementId.SortParties(parties).SequenceEqual(AgreementId.SortParties(others));
                    Assert.Equal(same, AgreementId.Of(type, parties) == AgreementId.Of(otherType, others));
                    var ids = Enum.GetValues<AgreementStage>()
                        .SelectMany(stage => Enumerable.Range(1, 3).Select(time => AgreementId.OfDevelopment(AgreementId.Of(type, parties), stage, time))).ToList();
                    Assert.Equal(ids.Count, ids.Concat(ids.Select(AgreementId.OfCorrection)).Distinct().Count() / 2);
                },
                iter: Rounds);

    /// <summary>Half of a character is no text, and is read as U+FFFD.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());
}
