using CecSim.Guarding;
using Microsoft.Extensions.Logging;

namespace CecSim.Server.Telemetry;

/// <summary>What the guard says the first time, as lines of the server's log.</summary>
internal sealed partial class GuardLog(ILogger<Guard> log) : IGuardLog
{
    public void Failed(Failure first) => LogFailure(log, first.Exception, first.Why);

    public void Met(string nuisance, string? detail) =>
        LogNuisance(log, detail is null ? nuisance : $"{nuisance}: {detail}");

    [LoggerMessage(LogLevel.Error, "{Why} This is a bug; what comes after it is only counted: GET /_cecsim/process.")]
    private static partial void LogFailure(ILogger log, Exception e, string why);

    [LoggerMessage(LogLevel.Warning, "{Nuisance}. What comes after it is only counted: GET /_cecsim/process.")]
    private static partial void LogNuisance(ILogger log, string nuisance);
}
