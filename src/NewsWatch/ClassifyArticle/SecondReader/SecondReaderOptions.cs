namespace NewsWatch.ClassifyArticle.SecondReader;

/// <summary>Section <c>NewsWatch:ClassifyArticle:SecondReader</c>. Off where no endpoint is given.</summary>
public sealed class SecondReaderOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "NewsWatch:ClassifyArticle:SecondReader";

    /// <summary>
    /// Base address of an API as OpenAI's, such as <c>https://llm.example.org/v1</c>: https, or http on the loopback address. Null: no
    /// second reader.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The model's name there; needed with an endpoint.</summary>
    public string? Model { get; set; }

    /// <summary>Key sent as a bearer token; null sends none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// True to have every development confirmed before its alert goes out, not only borderline articles read; needs an endpoint.
    /// </summary>
    public bool ConfirmDevelopments { get; set; }

    /// <summary>Most calls a day (UTC) of all instances together, repeated ones counted. 1 to 100,000.</summary>
    public int MostCallsADay { get; set; } = 100;

    /// <summary>Most UTF-16 code units of an article that are sent; the rest is left out. 500 to 100,000.</summary>
    public int MostCharacters { get; set; } = 12_000;

    /// <summary>Most tokens of an answer, as the endpoint counts them. 100 to 16,000.</summary>
    public int MostAnswerTokens { get; set; } = 1_000;

    /// <summary>Bound on one article, repeated calls included. 1 second to 2 minutes.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call is repeated that failed in a way that may pass. 0 to 3.</summary>
    public int Retries { get; set; } = 1;
}
