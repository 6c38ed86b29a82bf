using CecSim.Telephony;

namespace CecSim.Server.Telemetry;

/// <summary>What measures. Who builds a server listens to it by <see cref="TelemetrySource"/>.</summary>
internal static class TelemetryServices
{
    public static void AddTelemetry(this IServiceCollection services)
    {
        services.AddSingleton<ServerMeter>();
        services.AddSingleton(provider => new TelephonyMeter(provider.GetRequiredService<SpaceDirectory>()));
        services.AddSingleton<CallTraces>();
        services.AddSingleton<ExchangeTelemetry>();
    }
}
