using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Chat;

namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>
/// The endpoint the settings name, asked once at a time. It is the operator's own choice, so <c>Fetching</c>'s list of forbidden
/// networks does not bind it; it cannot lead elsewhere, since redirects are not followed.
/// </summary>
internal sealed class ChatEndpoint(IHttpClientFactory clients, IOptions<SecondReaderOptions> options)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string Client = "second-reader";

    private readonly Lazy<IChatClient> chat = new(() => Create(clients.CreateClient(Client), options.Value));

    /// <summary>Asks once.</summary>
    public async Task<ChatAnswer> AskAsync(string instructions, string article, CancellationToken cancellation)
    {
        try
        {
            var response = await chat.Value.GetResponseAsync(
                [new(ChatRole.System, instructions), new(ChatRole.User, article)],
                new() { MaxOutputTokens = options.Value.MostAnswerTokens },
                cancellation);
            return new ChatAnswer.Given(response.Text);
        }
        catch (ClientResultException failure) when (failure.Status > 0)
        {
            return new ChatAnswer.None($"HTTP {failure.Status}", failure.Status is 408 or 429 or >= 500);
        }
        catch (Exception failure) when (failure is ClientResultException or HttpRequestException)
        {
            return new ChatAnswer.None("the endpoint cannot be reached, or broke off", MayPass: true);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever the client cannot read as a completion is the endpoint's failure, not the pipeline's.
            return new ChatAnswer.None($"the endpoint does not answer as a chat completion ({failure.GetType().Name})", MayPass: false);
        }
    }

    private static IChatClient Create(HttpClient http, SecondReaderOptions options)
        => new ChatClient(
            options.Model,
            new ApiKeyCredential(options.ApiKey ?? "none"),
            new OpenAIClientOptions
            {
                Endpoint = options.Endpoint,
                Transport = new HttpClientPipelineTransport(http),
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
                NetworkTimeout = options.Timeout,
            }).AsIChatClient();
}

/// <summary>How one call ended: exactly one of the nested cases.</summary>
internal abstract record ChatAnswer
{
    private ChatAnswer() { }

    /// <summary>The model's words.</summary>
    public sealed record Given(string Text) : ChatAnswer;

    /// <summary>None came.</summary>
    /// <param name="Why">One line, without secrets.</param>
    /// <param name="MayPass">True where asking again may help.</param>
    public sealed record None(string Why, bool MayPass) : ChatAnswer;
}
