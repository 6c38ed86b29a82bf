using CecSim.Server.Recording;
using CecSim.Simulation.Journal;
using Microsoft.Extensions.Logging;

namespace CecSim.Server.Problems;

/// <summary>
/// Says of each refusal why it is one: in a line of the log, and in a header where no exchange has done it.
/// </summary>
internal sealed partial class RefusalLog(ExchangeOptions options, Recorder recorder, ILogger<RefusalLog> log)
{
    private const int CharsMax = 500;

    /// <summary>Tells of the problems that the control API's handlers answer.</summary>
    public static async ValueTask<object?> TellAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if ((result is INestedHttpResult nested ? nested.Result : result) is ProblemHttpResult problem)
        {
            context.HttpContext.RequestServices.GetRequiredService<RefusalLog>().Tell(context.HttpContext, problem);
        }

        return result;
    }

    public void Tell(HttpContext http, ProblemHttpResult problem) =>
        Tell(http, problem.StatusCode, problem.ProblemDetails.Detail ?? problem.ProblemDetails.Title ?? "");

    /// <summary>Writes the header and the line.</summary>
    public void Tell(HttpContext http, int status, string why)
    {
        WriteHeader(http, why);
        if (log.IsEnabled(LogLevel.Information))
        {
            Write(http, $"{status}", why, recorder.Masking);
        }
    }

    public void WriteHeader(HttpContext http, string why)
    {
        if (options.TellsBasis)
        {
            http.Response.Headers[CecHeaders.Why] = HeaderText.Of(why);
        }
    }

    /// <summary>Writes the line of a refusal that CEC itself would give.</summary>
    public void Write(VendorExchange exchange, RefusalAnswer answer, string why)
    {
        if (log.IsEnabled(LogLevel.Information))
        {
            Write(
                exchange.Http,
                answer.ResultCode is { } code ? $"{answer.Status}, resultCode {code}" : $"{answer.Status}",
                why,
                exchange.Recording?.Masking ?? exchange.Space.Masking);
        }
    }

    private void Write(HttpContext http, string answer, string why, Masking masking) => LogRefused(
        log,
        Shown(http.Request.Method),
        Shown(masking.Text(http.Request.Path + http.Request.QueryString)),
        $"{http.Connection.RemoteIpAddress}",
        answer,
        Shown(masking.Text(why)));

    // What a client wrote may move a terminal's cursor, or begin a line of its own.
    private static string Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= CharsMax)
            {
                return shown.Append("...").ToString();
            }

            var isPlain = Rune.GetUnicodeCategory(rune) is not (
                System.Globalization.UnicodeCategory.Control
                or System.Globalization.UnicodeCategory.Format
                or System.Globalization.UnicodeCategory.LineSeparator
                or System.Globalization.UnicodeCategory.ParagraphSeparator
                or System.Globalization.UnicodeCategory.PrivateUse
                or System.Globalization.UnicodeCategory.OtherNotAssigned);
            shown.Append(isPlain ? rune.ToString() : $"\\u{{{rune.Value:x}}}");
        }

        return shown.ToString();
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Target} from {Remote} is refused with {Answer}: {Why}")]
    private static partial void LogRefused(
        ILogger log, string method, string target, string remote, string answer, string why);
}
