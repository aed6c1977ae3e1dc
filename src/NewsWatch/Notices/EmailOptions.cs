using System.Text.Json.Serialization;

namespace NewsWatch.Notices;

/// <summary>The mail server that takes e-mail alerts.</summary>
public sealed class EmailOptions
{
    /// <summary>Its name or address; null where no channel is e-mail.</summary>
    public string? Host { get; set; }

    /// <summary>
    /// Networks in which it may be although they are loopback, private or otherwise reserved, as <c>10.1.0.25/32</c>; they are allowed for
    /// mail alone, and pages in them are asked for no more than before. None unless the operator says so.
    /// </summary>
    public IList<string> AllowedNetworks { get; } = [];

    /// <summary>Its port, 1 to 65535. 587 is for submission (RFC 6409), 465 for TLS from the start (RFC 8314).</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is secured.</summary>
    public EmailSecurity Security { get; set; } = EmailSecurity.StartTls;

    /// <summary>User to sign in as; null for none.</summary>
    public string? User { get; set; }

    /// <summary>The user's password.</summary>
    public string? Password { get; set; }

    /// <summary>Sender, as <c>NewsWatch &lt;alerts@example.org&gt;</c>.</summary>
    public string? From { get; set; }

    /// <summary>
    /// Where a recipient asks to be left out (RFC 2369): a mail address or a page; null for the sender's address.
    /// </summary>
    public string? Unsubscribe { get; set; }
}

/// <summary>How a connection to a mail server is secured.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EmailSecurity>))]
public enum EmailSecurity
{
    /// <summary>STARTTLS, required.</summary>
    StartTls,

    /// <summary>TLS from the start.</summary>
    Tls,

    /// <summary>None: only for a server on the same machine or network.</summary>
    None,
}
