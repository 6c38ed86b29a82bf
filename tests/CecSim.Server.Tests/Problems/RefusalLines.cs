using System.Collections.Concurrent;
using CecSim.Server.Problems;

namespace CecSim.Server.Tests.Problems;

/// <summary>What the log says of refusals.</summary>
internal sealed class RefusalLines : ConcurrentQueue<string>, ILogger<RefusalLog>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter) => Enqueue(formatter(state, exception));
}
