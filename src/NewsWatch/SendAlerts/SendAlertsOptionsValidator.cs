using System.Buffers;
using Microsoft.Extensions.Options;
using MimeKit;
using NewsWatch.SendAlerts.Channels;

namespace NewsWatch.SendAlerts;

/// <summary>Refuses options that cannot work, naming the key.</summary>
internal sealed class SendAlertsOptionsValidator : IValidateOptions<SendAlertsOptions>
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    public ValidateOptionsResult Validate(string? name, SendAlertsOptions options)
    {
        var faults = new Faults([]);
        faults.Check(options.SiteAddress is null || IsWeb(options.SiteAddress), nameof(options.SiteAddress), "must be an absolute http or https address");
        faults.Check(
            options.Timeout >= TimeSpan.FromSeconds(1) && options.Timeout <= TimeSpan.FromMinutes(2), nameof(options.Timeout), "must be from 1 second to 2 minutes");
        faults.Check(options.FeedEntries is >= 1 and <= 1000, nameof(options.FeedEntries), "must be from 1 to 1000");
        foreach (var (channel, settings) in options.Channels)
            Channel(faults, channel, settings);
        if (options.Channels.Values.Any(channel => channel.Kind == ChannelKind.Email))
            Email(faults, options.Email);
        return faults.All.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults.All);
    }

    private static void Channel(Faults faults, string name, ChannelOptions channel)
    {
        var key = $"{nameof(SendAlertsOptions.Channels)}:{name}";
        faults.Check(
            name.Length is > 0 and <= 60 && !name.AsSpan().ContainsAnyExcept(NameCharacters), key, "must be named in lower-case letters, digits and hyphens");
        faults.Check(channel.Kind is not null, $"{key}:{nameof(channel.Kind)}", $"must be one of {string.Join(", ", Enum.GetNames<ChannelKind>())}");
        if (channel.Kind == ChannelKind.Email)
            faults.Check(channel.To.Count > 0, $"{key}:{nameof(channel.To)}", "must list at least one mail address");
        else if (channel.Kind is not null)
            faults.Check(channel.Address is { } address && IsWeb(address), $"{key}:{nameof(channel.Address)}", "must be an absolute http or https address");
        if (channel.Kind == ChannelKind.Webhook)
            faults.Check(
                WebhookSignature.ParseSecret(channel.Secret) is not null, $"{key}:{nameof(channel.Secret)}", "must be whsec_ and the base64 of 24 to 64 bytes");
        faults.CheckEach(channel.To, $"{key}:{nameof(channel.To)}", to => MailboxAddress.TryParse(to, out _), "is no mail address");
        faults.CheckEach(channel.Types, $"{key}:{nameof(channel.Types)}", type => WireName.Parse<AgreementType>(type) is not null, "is no type of agreement");
        faults.CheckEach(channel.Stages, $"{key}:{nameof(channel.Stages)}", stage => WireName.Parse<AgreementStage>(stage) is not null, "is no stage");
        faults.CheckEach(
            channel.Parties,
            $"{key}:{nameof(channel.Parties)}",
            parties => ChannelOptions.Split(parties) is { Length: > 0 } codes && codes.All(code => code.Length is >= 2 and <= 5 && code.All(char.IsAsciiLetter)),
            "is no party; write JP, or FR+JP for both");
    }

    private static void Email(Faults faults, EmailOptions email)
    {
        const string Key = nameof(SendAlertsOptions.Email);
        faults.Check(!string.IsNullOrWhiteSpace(email.Host), $"{Key}:{nameof(email.Host)}", "must name the mail server");
        faults.Check(email.Port is > 0 and <= 65535, $"{Key}:{nameof(email.Port)}", "must be from 1 to 65535");
        faults.Check(MailboxAddress.TryParse(email.From, out _), $"{Key}:{nameof(email.From)}", "must be the sender's mail address");
        faults.Check(email.User is null == email.Password is null, $"{Key}:{nameof(email.Password)}", "must be given with User, and only with it");
    }

    private static bool IsWeb(Uri address) => address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    private sealed record Faults(List<string> All)
    {
        public void Check(bool holds, string key, string what)
        {
            if (!holds)
                All.Add($"{SendAlertsOptions.Section}:{key} {what}.");
        }

        public void CheckEach(IList<string> values, string key, Func<string, bool> holds, string what)
        {
            for (var index = 0; index < values.Count; index++)
                Check(holds(values[index]), $"{key}:{index}", $"'{values[index]}' {what}");
        }
    }
}
