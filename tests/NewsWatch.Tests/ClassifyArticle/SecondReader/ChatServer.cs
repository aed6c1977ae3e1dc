using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using NewsWatch.Tests.Fetching;

namespace NewsWatch.Tests.ClassifyArticle.SecondReader;

/// <summary>A server on loopback that speaks the chat-completions protocol as the test says.</summary>
internal sealed class ChatServer : IAsyncDisposable
{
    private readonly LoopbackServer server;

    private ChatServer(LoopbackServer server, ConcurrentQueue<JsonNode> asked) => (this.server, Asked) = (server, asked);

    /// <summary>The requests' bodies.</summary>
    public ConcurrentQueue<JsonNode> Asked { get; }

    public IHeaderDictionary LastHeaders => server.LastHeaders;

    public string Endpoint => server.At("/v1").AbsoluteUri;

    /// <summary>Answers every call with a completion of these words.</summary>
    public static Task<ChatServer> SayingAsync(string words) => AnsweringAsync(context => context.Response.WriteAsync(Completion(words)));

    public static async Task<ChatServer> AnsweringAsync(RequestDelegate answer)
    {
        var asked = new ConcurrentQueue<JsonNode>();
        return new(
            await LoopbackServer.StartAsync(async context =>
            {
                Assert.Equal("/v1/chat/completions", context.Request.Path);
                asked.Enqueue((await JsonNode.ParseAsync(context.Request.Body))!);
                context.Response.ContentType = "application/json";
                await answer(context);
            }),
            asked);
    }

    public static string Completion(string words) => $$$"""
        {"id":"c1","object":"chat.completion","created":1700000000,"model":"m","choices":[{"index":0,"finish_reason":"stop",
        "message":{"role":"assistant","content":{{{JsonSerializer.Serialize(words)}}}}}],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}
        """;

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
