using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace NewsWatch.TrackAgreement;

/// <summary>Registers what this folder holds.</summary>
public static class TrackAgreementServices
{
    /// <summary>Adds the services of this folder; options come from section <c>NewsWatch:TrackAgreement</c>.</summary>
    public static IServiceCollection AddTrackAgreement(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services;
    }
}
