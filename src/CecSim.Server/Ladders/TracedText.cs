using CecSim.Simulation.Journal;
using CecSim.Telephony.Sip;

namespace CecSim.Server.Ladders;

/// <summary>A SIP message for people, without its secrets.</summary>
/// <param name="Label">A request's method; a response's status, reason and the method that it answers.</param>
/// <param name="Text">The whole of it.</param>
internal sealed record TracedText(string Label, string Text)
{
    public static TracedText Of(TracedMessage message, Masking masking)
    {
        var startLine = masking.Text(message.StartLine);
        var headers = message.Headers;
        var words = startLine.Split(' ', 3);
        var method = headers.FirstOrDefault(h => h.Name == "CSeq").Value?.Split(' ')[^1];
        var label = !startLine.StartsWith("SIP/", StringComparison.OrdinalIgnoreCase) ? words[0]
            : $"{string.Join(' ', words[1..])} ({method})";
        return new TracedText(label, string.Join('\n',
        [
            startLine,
            .. headers.Select(h => $"{h.Name}: {masking.Header(h.Name, h.Value)}"),
            "",
            masking.Text(message.Body).ReplaceLineEndings("\n"),
        ]));
    }
}
