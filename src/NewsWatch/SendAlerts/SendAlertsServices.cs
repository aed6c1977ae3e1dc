using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsWatch.PollFeeds;
using NewsWatch.SendAlerts.Channels;
using NewsWatch.TrackAgreement;

namespace NewsWatch.SendAlerts;

/// <summary>Registers what this folder holds.</summary>
public static class SendAlertsServices
{
    /// <summary>Adds the services of this folder; options come from section <c>NewsWatch:SendAlerts</c>.</summary>
    public static IServiceCollection AddSendAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SendAlertsOptions>().Bind(configuration.GetSection(SendAlertsOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SendAlertsOptions>, SendAlertsOptionsValidator>());
        services.TryAddSingleton<WebhookPost>();
        services.TryAddSingleton<AtomChannel>();
        services.TryAddSingleton(provider => new NoticeChannels([.. Channels(provider)]));
        services.TryAddSingleton<NoticeSender>();
        services.TryAddSingleton<AlertComposer>();
        services.TryAddSingleton<AlertFeed>();
        services.TryAddSingleton<IStage<Development>, AlertSender>();
        services.TryAddSingleton<IStage<FeedHealthChanged>, OperatorNotifier>();
        return services;
    }

    private static IEnumerable<INoticeChannel> Channels(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<SendAlertsOptions>>().Value;
        var post = provider.GetRequiredService<WebhookPost>();
        var time = provider.GetRequiredService<TimeProvider>();
        yield return provider.GetRequiredService<AtomChannel>();
        foreach (var (name, channel) in options.Channels.OrderBy(channel => channel.Key, StringComparer.Ordinal))
            yield return channel.Kind switch
            {
                ChannelKind.Email => new EmailChannel(name, channel, options.Email, options.Timeout, time),
                ChannelKind.Webhook => new WebhookChannel(name, channel, post, time),
                _ => new ChatChannel(name, channel, post),
            };
    }
}
