using Microsoft.AspNetCore.Http;
using NewsWatch.ClassifyArticle;
using NewsWatch.Tests.ExtractArticle.Doubles;

namespace NewsWatch.Tests.ClassifyArticle.SecondReader;

public sealed class BorderlineReaderTests
{
    private static readonly ClassifierInput Article = new(
        "Ministers meet in Lima",
        "The ministers of Peru and Chile met in Lima.\nThey “agreed to sign a pact on\u00A0joint patrols” in March, an official said.");

    private static readonly FoundAgreement Machine = new(
        AgreementType.DefenceCooperation, "pact", ["PE", "CL"], AgreementStage.Mentioned, null, [new(76, 80, "en:noun:pact")]);

    private static readonly Classification Borderline = new(false, 0.42, [Machine], "rules") { Borderline = true, Revision = "r1" };

    private readonly MemoryBlobs blobs = new(new Crashes());

    private const string Yes = """
        {"agreement": true, "name": "pact on joint patrols", "type": "maritime-security", "parties": ["pe", "CL"], "stage": "agreed-in-principle",
         "quotes": ["They \"agreed to sign a pact on joint patrols\" in March"]}
        """;

    [Fact]
    public async Task An_answer_whose_quote_is_in_the_text_is_taken_and_marked()
    {
        await using var server = await ChatServer.SayingAsync(Yes);
        var read = await ReadAsync(server);

        Assert.True(read.Flagged);
        Assert.True(read.Borderline);
        Assert.Equal(0.42, read.Score);
        var found = Assert.Single(read.Agreements);
        Assert.Equal((AgreementType.MaritimeSecurity, AgreementStage.AgreedInPrinciple), (found.Type, found.Stage));
        Assert.Equal(["PE", "CL"], found.Parties);
        Assert.Equal("pact on\u00A0joint patrols", found.Name);
        var evidence = Assert.Single(found.Evidence);
        Assert.Equal("second-reader:tiny", evidence.Rule);
        Assert.Equal("They “agreed to sign a pact on\u00A0joint patrols” in March", Article.Text[evidence.Start..evidence.End]);
        Assert.Equal((SecondReadingOutcome.Accepted, null), (read.Second!.Outcome, read.Second.Why));
        Assert.Equivalent(Borderline, read.WithoutSecond(), strict: true);
    }

    [Fact]
    public async Task The_endpoint_is_asked_as_the_settings_say()
    {
        await using var server = await ChatServer.SayingAsync(Yes);
        await ReadAsync(server, ("ApiKey", "k-1"), ("MostCharacters", "500"), ("MostAnswerTokens", "123"));

        var asked = Assert.Single(server.Asked);
        Assert.Equal("tiny", (string?)asked["model"]);
        Assert.Equal(123, (int?)(asked["max_completion_tokens"] ?? asked["max_tokens"]));
        Assert.Contains("maritime-security", (string?)asked["messages"]![0]!["content"], StringComparison.Ordinal);
        Assert.StartsWith("Ministers meet in Lima", (string?)asked["messages"]![1]!["content"], StringComparison.Ordinal);
        Assert.Equal("Bearer k-1", server.LastHeaders.Authorization);
    }

    [Fact]
    public async Task Without_a_key_none_is_sent()
    {
        await using var server = await ChatServer.SayingAsync(Yes);
        await ReadAsync(server);
        Assert.Equal(0, server.LastHeaders.Authorization.Count);
    }

    [Fact]
    public async Task A_long_article_is_cut_before_it_is_sent()
    {
        await using var server = await ChatServer.SayingAsync(Yes);
        var article = new ClassifierInput("", new string('x', 499) + "😀" + new string('y', 10_000));
        await Reader(server, ("MostCharacters", "500")).ReadAsync(article, Borderline, null, default);
        Assert.Equal(new string('x', 499), (string?)Assert.Single(server.Asked)["messages"]![1]!["content"]);
    }

    [Fact]
    public async Task A_no_with_its_quote_takes_the_flag_back_and_speaks_against()
    {
        await using var server = await ChatServer.SayingAsync("""```json{"agreement": false, "quotes": ["The ministers of Peru and Chile met in Lima."]}```""");
        var read = await Reader(server).ReadAsync(Article, Borderline with { Flagged = true, Score = 0.6 }, null, default);
        Assert.False(read.Flagged);
        Assert.Equal((0, 44, "second-reader:tiny"), Assert.Single(read.Against) is var against ? (against.Start, against.End, against.Rule) : default);
        Assert.True(read.WithoutSecond().Flagged);
        Assert.Empty(read.WithoutSecond().Against);
    }

    [Theory]
    [InlineData("a quote that is not there", "agreed to sign", "agreed to forget", "a quote is not in the article")]
    [InlineData("no quote", "[\"They \\\"agreed to sign a pact on joint patrols\\\" in March\"]", "[]", "the answer quotes nothing")]
    [InlineData("a quote that is anywhere", "They \\\"agreed to sign a pact on joint patrols\\\" in March", "They", "a quote is too short to prove anything")]
    [InlineData("an unknown type", "maritime-security", "fishing", "there is no such type of agreement")]
    [InlineData("an unknown stage", "agreed-in-principle", "hoped-for", "there is no such stage")]
    [InlineData("an unknown party", "\"CL\"", "\"ZZ\"", "the parties are not two or more known codes")]
    [InlineData("one party", "\"CL\"", "\"PE\"", "the parties are not two or more known codes")]
    [InlineData("no JSON", "{", "", "the answer is not the JSON that was asked for")]
    [InlineData("a list for a word", "\"maritime-security\"", "[1]", "the answer is not the JSON that was asked for")]
    public async Task An_answer_that_does_not_hold_leaves_the_verdict_standing(string what, string of, string instead, string why)
    {
        await using var server = await ChatServer.SayingAsync(Yes.Replace(of, instead, StringComparison.Ordinal));
        var read = await ReadAsync(server);
        Assert.True(why == read.Second!.Why, $"{what}: {read.Second.Why}");
        Assert.Equal(SecondReadingOutcome.Refused, read.Second.Outcome);
        Assert.Equivalent(Borderline, read.WithoutSecond(), strict: true);
        Assert.Equal((Borderline.Flagged, Borderline.Agreements), (read.Flagged, read.Agreements));
    }

    [Theory]
    [InlineData(401, "HTTP 401", 1)]
    [InlineData(503, "HTTP 503", 2)]
    [InlineData(302, "HTTP 302", 1)]
    public async Task What_may_pass_is_tried_again_and_nothing_else(int status, string why, int calls)
    {
        await using var server = await ChatServer.AnsweringAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return context.Response.WriteAsync("""{"error":{"message":"key k-secret is wrong"}}""");
        });
        var read = await ReadAsync(server, ("ApiKey", "k-secret"));
        Assert.Equal((SecondReadingOutcome.Failed, why, calls), (read.Second!.Outcome, read.Second.Why, server.Asked.Count));
        Assert.False(read.Flagged);
    }

    [Theory]
    [InlineData("<html>a proxy's page</html>")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task What_is_no_completion_is_a_failure(string body)
    {
        await using var server = await ChatServer.AnsweringAsync(context => context.Response.WriteAsync(body));
        var read = await ReadAsync(server);
        Assert.NotNull(read.Second!.Why);
        Assert.Equal(Borderline.Agreements, read.Agreements);
    }

    [Fact]
    public async Task An_answer_without_end_is_bounded()
    {
        await using var server = await ChatServer.AnsweringAsync(async context =>
        {
            var noise = new byte[64 * 1024];
            for (var block = 0; block < 64 && !context.RequestAborted.IsCancellationRequested; block++)
                await context.Response.Body.WriteAsync(noise, context.RequestAborted);
        });
        var read = await ReadAsync(server, ("Retries", "0"));
        Assert.Equal(SecondReadingOutcome.Failed, read.Second!.Outcome);
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_in_time_is_left()
    {
        await using var server = await ChatServer.AnsweringAsync(context => Task.Delay(TimeSpan.FromSeconds(30), TimeProvider.System, context.RequestAborted));
        var read = await ReadAsync(server, ("Timeout", "00:00:01"));
        Assert.Equal((SecondReadingOutcome.Failed, "no answer within 1 s"), (read.Second!.Outcome, read.Second.Why));
    }

    [Fact]
    public async Task An_endpoint_that_is_not_there_is_a_failure()
    {
        var reader = SecondReaders.With(blobs, ("Endpoint", "http://127.0.0.1:9/v1"), ("Model", "tiny"), ("Retries", "0"));
        var read = await reader.ReadAsync(Article, Borderline, null, default);
        Assert.Equal("the endpoint cannot be reached, or broke off", read.Second!.Why);
    }

    [Fact]
    public async Task Once_the_days_calls_are_used_up_nobody_is_asked()
    {
        await using var server = await ChatServer.SayingAsync(Yes);
        await ReadAsync(server, ("MostCallsADay", "2"));
        await ReadAsync(server, ("MostCallsADay", "2"));
        var third = await ReadAsync(server, ("MostCallsADay", "2"));
        Assert.Equal((SecondReadingOutcome.NotAsked, "the 2 calls of the day are used up"), (third.Second!.Outcome, third.Second.Why));
        Assert.Equal(2, server.Asked.Count);
        Assert.Equal("""{"calls":2}""", blobs.Text(Assert.Single(blobs.Names)));
    }

    [Fact]
    public async Task The_same_reader_is_not_asked_twice_about_one_revision()
    {
        await using var server = await ChatServer.SayingAsync(Yes);
        var reader = Reader(server);
        var first = await reader.ReadAsync(Article, Borderline, null, default);
        var again = await reader.ReadAsync(Article, Borderline with { RuleSet = "newer" }, first, default);
        Assert.Single(server.Asked);
        Assert.True(again.Flagged);
        Assert.Equal("newer", again.RuleSet);
        await reader.ReadAsync(Article, Borderline with { Revision = "r2" }, first, default);
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task Sure_verdicts_are_left_alone()
    {
        await using var server = await ChatServer.SayingAsync(Yes);
        var sure = Borderline with { Borderline = false };
        Assert.Same(sure, await Reader(server).ReadAsync(Article, sure, null, default));
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task Without_settings_there_is_no_second_reader()
    {
        Assert.Same(Borderline, await SecondReaders.With(blobs).ReadAsync(Article, Borderline, null, default));
        Assert.Empty(blobs.Names);
    }

    private Task<Classification> ReadAsync(ChatServer server, params (string, string)[] settings)
        => Reader(server, settings).ReadAsync(Article, Borderline, null, default);

    private NewsWatch.ClassifyArticle.SecondReader.BorderlineReader Reader(ChatServer server, params (string, string)[] settings)
        => SecondReaders.With(blobs, [("Endpoint", server.Endpoint), ("Model", "tiny"), .. settings]);
}
