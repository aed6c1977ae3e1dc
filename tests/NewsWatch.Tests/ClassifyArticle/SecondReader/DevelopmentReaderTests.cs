using NewsWatch.ClassifyArticle.SecondReader;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.ClassifyArticle.SecondReader;

public sealed class DevelopmentReaderTests
{
    private const string Yes = """
        {"agreement": true, "type": "maritime-security", "parties": ["CL", "PE"], "stage": "signed",
         "quotes": ["They signed a pact on joint patrols."]}
        """;

    private static readonly Statement Signed = new(AgreementType.MaritimeSecurity, ["CL", "PE"], AgreementStage.Signed) { At = 45 };

    private static readonly ArticleContent Content = new()
    {
        Hash = "r1",
        Title = "Ministers meet in Lima",
        Text = "The ministers of Peru and Chile met in Lima. They signed a pact on joint patrols.",
        ReadAt = DateTimeOffset.UnixEpoch,
        Origin = TextOrigin.Page,
    };

    private readonly MemoryBlobs blobs = new(new Crashes());

    [Fact]
    public async Task The_model_is_told_what_is_to_be_confirmed_and_gets_the_article()
    {
        await using var server = await ChatServer.SayingAsync(Yes);
        var reading = await Reader(server).ReadAsync(Content, null, Signed, default);

        Assert.True(Signed.IsSaidBy(reading.Agreement!));
        var quote = Assert.Single(reading.Quotes);
        Assert.Equal("They signed a pact on joint patrols.", Content.Text[quote.Start..quote.End]);
        var messages = Assert.Single(server.Asked)["messages"]!;
        var told = (string?)messages[0]!["content"];
        Assert.Contains("type: maritime-security\nparties: CL, PE\nstage: signed\n", told, StringComparison.Ordinal);
        Assert.DoesNotContain("{fields}", told, StringComparison.Ordinal);
        Assert.DoesNotContain("{types}", told, StringComparison.Ordinal);
        Assert.Equal($"{Content.Title}\n\n{Content.Text}", (string?)messages[1]!["content"]);
    }

    [Fact]
    public async Task Of_a_long_text_the_part_around_the_evidence_is_sent_with_the_title()
    {
        await using var server = await ChatServer.SayingAsync(Yes);
        var before = string.Concat(Enumerable.Repeat("It rained. ", 200));
        var content = Content with { Text = before + Content.Text + before };
        var reading = await Reader(server, ("MostCharacters", "500"))
            .ReadAsync(content, null, Signed with { At = before.Length + Signed.At }, default);

        Assert.Equal(SecondReadingOutcome.Accepted, reading.Outcome);
        var sent = (string)Assert.Single(server.Asked)["messages"]![1]!["content"]!;
        Assert.Equal(500, sent.Length);
        Assert.StartsWith($"{Content.Title}\n\n", sent, StringComparison.Ordinal);
        Assert.Contains(Content.Text, sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the same in another order", "\"CL\", \"PE\"", "\"PE\", \"CL\"", true)]
    [InlineData("another stage", "signed\"", "negotiating\"", false)]
    [InlineData("another type", "maritime-security", "training", false)]
    [InlineData("another party", "\"PE\"", "\"AR\"", false)]
    [InlineData("a party more", "\"PE\"", "\"PE\", \"AR\"", false)]
    public async Task Type_parties_and_stage_must_all_be_the_same(string what, string of, string instead, bool same)
    {
        await using var server = await ChatServer.SayingAsync(Yes.Replace(of, instead, StringComparison.Ordinal));
        var reading = await Reader(server).ReadAsync(Content, null, Signed, default);
        Assert.Equal(SecondReadingOutcome.Accepted, reading.Outcome);
        Assert.True(Signed.IsSaidBy(reading.Agreement!) == same, what);
    }

    [Fact]
    public async Task A_quote_that_is_not_in_the_text_does_not_count()
    {
        await using var server = await ChatServer.SayingAsync(Yes.Replace("joint patrols", "joint bases", StringComparison.Ordinal));
        var reading = await Reader(server).ReadAsync(Content, null, Signed, default);
        Assert.Equal((SecondReadingOutcome.Refused, "a quote is not in the article"), (reading.Outcome, reading.Why));
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_in_time_is_left()
    {
        await using var server = await ChatServer.AnsweringAsync(
            context => Task.Delay(TimeSpan.FromSeconds(30), TimeProvider.System, context.RequestAborted));
        var reading = await Reader(server, ("Timeout", "00:00:01")).ReadAsync(Content, null, Signed, default);
        Assert.Equal((SecondReadingOutcome.Failed, "no answer within 1 s"), (reading.Outcome, reading.Why));
    }

    [Fact]
    public async Task The_days_calls_are_those_of_borderline_articles_too()
    {
        await using var server = await ChatServer.SayingAsync(Yes);
        (string, string)[] settings = [("Endpoint", server.Endpoint), ("Model", "tiny"), ("MostCallsADay", "1")];
        await SecondReaders.With(blobs, settings)
            .ReadAsync(new(Content.Title, Content.Text), new(false, 0.4, [], "rules") { Borderline = true }, null, default);
        var reading = await SecondReaders.OfDevelopments(blobs, settings).ReadAsync(Content, null, Signed, default);
        Assert.Equal((SecondReadingOutcome.NotAsked, "the 1 calls of the day are used up"), (reading.Outcome, reading.Why));
        Assert.Single(server.Asked);
    }

    [Theory]
    [InlineData("r1", "second-reader:tiny", AgreementStage.Signed, 0)]
    [InlineData("r0", "second-reader:tiny", AgreementStage.Signed, 1)]
    [InlineData("r1", "second-reader:other", AgreementStage.Signed, 1)]
    [InlineData("r1", "second-reader:tiny", AgreementStage.Negotiating, 1)]
    public async Task What_the_same_reader_said_of_the_same_text_is_not_asked_again(
        string revision, string who, AgreementStage stage, int calls)
    {
        await using var server = await ChatServer.SayingAsync(Yes);
        var read = new FoundAgreement(AgreementType.MaritimeSecurity, "pact", ["PE", "CL"], stage, null, [new(45, 81, who)]);
        var verdict = new Classification(true, 0.5, [read], "rules")
        {
            Borderline = true,
            Revision = revision,
            Second = new(who, SecondReadingOutcome.Accepted, DateTimeOffset.UnixEpoch) { Agreement = read },
        };
        Assert.True(Signed.IsSaidBy((await Reader(server).ReadAsync(Content, verdict, Signed, default)).Agreement!));
        Assert.Equal(calls, server.Asked.Count);
    }

    private DevelopmentReader Reader(ChatServer server, params (string, string)[] settings)
        => SecondReaders.OfDevelopments(blobs, [("Endpoint", server.Endpoint), ("Model", "tiny"), .. settings]);
}
