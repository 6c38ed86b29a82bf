using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace CecSim.Server.Telemetry;

/// <summary>A line for each entry of the log, whatever clients have put into it.</summary>
internal sealed class VisibleLog() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "cecsim";

    public override void Write<TState>(
        in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var text = $"{WordOf(logEntry.LogLevel)}: {logEntry.Category}[{logEntry.EventId.Id}] "
            + logEntry.Formatter(logEntry.State, logEntry.Exception)
            + (logEntry.Exception is { } exception ? $" {exception}" : "");
        textWriter.WriteLine(VisibleText.Line(
            text.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ')));
    }

    private static string WordOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        LogLevel.Critical => "crit",
        _ => "none",
    };
}
