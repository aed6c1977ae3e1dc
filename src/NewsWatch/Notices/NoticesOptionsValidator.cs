using System.Buffers;
using System.Net;
using Microsoft.Extensions.Options;
using MimeKit;
using NewsWatch.Notices.Channels.Ntfy;
using NewsWatch.Notices.Channels.Webhook;
using NewsWatch.SettingsCheck;

namespace NewsWatch.Notices;

/// <summary>Refuses channels that cannot work, naming the key.</summary>
internal sealed class NoticesOptionsValidator : IValidateOptions<NoticesOptions>
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    public ValidateOptionsResult Validate(string? name, NoticesOptions options)
    {
        var faults = new SettingFaults(NoticesOptions.Section);
        faults.Check(
            options.Timeout >= TimeSpan.FromSeconds(1) && options.Timeout <= TimeSpan.FromMinutes(2),
            nameof(options.Timeout),
            "must be from 1 second to 2 minutes");
        faults.Check(options.Attempts is >= 1 and <= 20, nameof(options.Attempts), "must be from 1 to 20");
        faults.Check(
            options.FirstRetry >= TimeSpan.FromSeconds(1) && options.FirstRetry <= TimeSpan.FromHours(1),
            nameof(options.FirstRetry),
            "must be from 1 second to 1 hour");
        foreach (var (channel, settings) in options.Channels)
            Channel(faults, channel, settings);
        if (options.Channels.Values.Any(channel => channel.Kind == ChannelKind.Email))
            Email(faults, options.Email);
        return faults.Result;
    }

    private static void Channel(SettingFaults faults, string name, ChannelOptions channel)
    {
        var key = $"{nameof(NoticesOptions.Channels)}:{name}";
        faults.Check(
            name.Length is > 0 and <= 60 && !name.AsSpan().ContainsAnyExcept(NameCharacters) && name[0] != '-',
            key,
            "must be named in lower-case letters, digits and hyphens");
        faults.Check(channel.Kind is not null, $"{key}:{nameof(channel.Kind)}",
            $"must be one of {string.Join(", ", Enum.GetNames<ChannelKind>())}");
        switch (channel.Kind)
        {
            case ChannelKind.Email:
                faults.Check(channel.To.Count > 0, $"{key}:{nameof(channel.To)}", "must list at least one mail address");
                break;
            case ChannelKind.Ntfy:
                faults.Check(
                    channel.Address is { } topic && IsWeb(topic) && NtfyChannel.Topic(topic) is not null,
                    $"{key}:{nameof(channel.Address)}",
                    "must be an ntfy topic such as https://ntfy.sh/my-topic");
                break;
            case not null:
                faults.Check(
                    channel.Address is { } address && IsWeb(address),
                    $"{key}:{nameof(channel.Address)}",
                    "must be an absolute http or https address");
                break;
        }
        if (channel.Kind == ChannelKind.Webhook)
            faults.Check(
                WebhookSignature.ParseSecret(channel.Secret) is not null,
                    $"{key}:{nameof(channel.Secret)}", "must be whsec_ and the base64 of 24 to 64 bytes");
        faults.CheckEach(channel.To, $"{key}:{nameof(channel.To)}", IsMailbox, "is no mail address");
    }

    private static void Email(SettingFaults faults, EmailOptions email)
    {
        const string Key = nameof(NoticesOptions.Email);
        faults.Check(!string.IsNullOrWhiteSpace(email.Host), $"{Key}:{nameof(email.Host)}", "must name the mail server");
        faults.CheckEach(
            email.AllowedNetworks,
            $"{Key}:{nameof(email.AllowedNetworks)}",
            network => IPNetwork.TryParse(network, out _),
            "must be a network such as 10.1.0.25/32");
        faults.Check(email.Port is > 0 and <= 65535, $"{Key}:{nameof(email.Port)}", "must be from 1 to 65535");
        faults.Check(email.From is { } from && IsMailbox(from), $"{Key}:{nameof(email.From)}", "must be the sender's mail address");
        faults.Check(email.User is null == email.Password is null,
            $"{Key}:{nameof(email.Password)}", "must be given with User, and only with it");
        faults.Check(
            email.Unsubscribe is not { } way || IsMailbox(way) || (Uri.TryCreate(way, UriKind.Absolute, out var page) && IsWeb(page)),
            $"{Key}:{nameof(email.Unsubscribe)}",
            "must be a mail address or an http or https address");
    }

    private static bool IsMailbox(string address)
        => MailboxAddress.TryParse(address, out var mailbox) && mailbox.Address.IndexOf('@') is > 0 and var at
            && at < mailbox.Address.Length - 1;

    private static bool IsWeb(Uri address) => address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
