using CecSim.Guarding;
using CecSim.Telephony;

namespace CecSim.Server.Telemetry;

/// <summary>What measures, and what sends it away where that is asked for.</summary>
internal static class TelemetryServices
{
    public static void AddTelemetry(this IServiceCollection services, CecSimArgs args)
    {
        services.AddSingleton<ServerMeter>();
        services.AddSingleton(provider => new TelephonyMeter(provider.GetRequiredService<SpaceDirectory>()));
        services.AddSingleton<CallTraces>();
        services.AddSingleton<ExchangeTelemetry>();
        if (args.OtlpEndpoint is { } collector)
        {
            services.AddHostedService(provider =>
                new TelemetryExport(collector, args.OtlpEvery, provider.GetRequiredService<Guard>()));
        }
    }
}
