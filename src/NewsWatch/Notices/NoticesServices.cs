using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsWatch.Notices.Channels;

namespace NewsWatch.Notices;

/// <summary>Registers what this folder holds.</summary>
public static class NoticesServices
{
    /// <summary>Adds the services of this folder; options come from section <c>NewsWatch:SendAlerts</c>.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<NoticesOptions>().Bind(configuration.GetSection(NoticesOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<NoticesOptions>, NoticesOptionsValidator>());
        services.TryAddSingleton<NoticePost>();
        services.TryAddSingleton<ChannelFactory>();
        services.TryAddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<NoticesOptions>>().Value;
            var factory = provider.GetRequiredService<ChannelFactory>();
            return new NoticeChannels(
                [.. options.Channels.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => factory.Create(pair.Key, pair.Value, options.Email))]);
        });
        services.TryAddSingleton<NoticeSender>();
        return services;
    }
}
