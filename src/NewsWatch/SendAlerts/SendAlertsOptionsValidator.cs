using Microsoft.Extensions.Options;
using NewsWatch.SettingsCheck;

namespace NewsWatch.SendAlerts;

/// <summary>Refuses subscriptions that cannot work, naming the key.</summary>
internal sealed class SendAlertsOptionsValidator : IValidateOptions<SendAlertsOptions>
{
    public ValidateOptionsResult Validate(string? name, SendAlertsOptions options)
    {
        var faults = new SettingFaults(SendAlertsOptions.Section);
        faults.Check(
            options.SiteAddress is null || (options.SiteAddress.IsAbsoluteUri && options.SiteAddress.Scheme is "http" or "https"),
            nameof(options.SiteAddress),
            "must be an absolute http or https address");
        faults.Check(options.FeedEntries is >= 1 and <= 1000, nameof(options.FeedEntries), "must be from 1 to 1000");
        faults.Check(options.Burst is >= 1 and <= 1000, nameof(options.Burst), "must be from 1 to 1000");
        foreach (var (channel, subscription) in options.Channels)
            Check(faults, $"{nameof(options.Channels)}:{channel}", subscription);
        foreach (var (view, filter) in options.Views)
        {
            faults.Check(
                view.Length <= 60 && view.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'),
                $"{nameof(options.Views)}:{view}",
                "must be named in lower-case letters, digits and hyphens");
            AlertFilterCheck.Check(faults, $"{nameof(options.Views)}:{view}", filter);
        }
        return faults.Result;
    }

    private static void Check(SettingFaults faults, string key, Subscription subscription)
    {
        AlertFilterCheck.Check(faults, key, subscription);
        faults.CheckWords(subscription.Urgent, $"{key}:{nameof(subscription.Urgent)}", [.. WireName.All<AgreementStage>()], "is no stage");
        faults.Check(Subscription.ReadTime(subscription.At) is not null,
            $"{key}:{nameof(subscription.At)}", "must be a time of day such as 07:30");
        faults.Check(
            subscription.QuietHours is null || Subscription.ReadHours(subscription.QuietHours) is not null,
            $"{key}:{nameof(subscription.QuietHours)}",
            "must be two times of day such as 22:00-07:00");
        faults.Check(
            TimeZoneInfo.TryFindSystemTimeZoneById(subscription.TimeZone, out _),
            $"{key}:{nameof(subscription.TimeZone)}",
            $"'{subscription.TimeZone}' is no time zone; write one such as Europe/Paris");
    }
}
