using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsWatch.Poison;
using NewsWatch.PollFeeds;

namespace NewsWatch.NotifyOperator;

/// <summary>Registers what this folder holds.</summary>
public static class NotifyOperatorServices
{
    /// <summary>Adds the services of this folder; options come from section <c>NewsWatch:NotifyOperator</c>.</summary>
    public static IServiceCollection AddNotifyOperator(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<NotifyOperatorOptions>()
            .Bind(configuration.GetSection(NotifyOperatorOptions.Section))
            .Validate(
                options => options.PollLateAfter >= TimeSpan.FromMinutes(1) && options.PollLateAfter <= TimeSpan.FromDays(7),
                $"{NotifyOperatorOptions.Section}:{nameof(NotifyOperatorOptions.PollLateAfter)} must be from 1 minute to 7 days.")
            .ValidateOnStart();
        services.AddPoison();
        services.TryAddSingleton<OperatorDesk>();
        services.TryAddSingleton<PollWatch>();
        services.TryAddSingleton<OperatorRound>();
        services.TryAddSingleton<IStage<FeedHealthChanged>, OperatorNotifier>();
        return services;
    }
}
