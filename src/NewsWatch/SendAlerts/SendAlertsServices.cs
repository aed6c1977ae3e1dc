using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace NewsWatch.SendAlerts;

/// <summary>Registers what this folder holds.</summary>
public static class SendAlertsServices
{
    /// <summary>Adds the services of this folder; options come from section <c>NewsWatch:SendAlerts</c>.</summary>
    public static IServiceCollection AddSendAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services;
    }
}
