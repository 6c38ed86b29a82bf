using System.Text.RegularExpressions;

namespace CecSim.Telephony.Tests.Sip;

/// <summary>A message as the peer reads it, by its own means.</summary>
internal sealed record SipWireText(string Text)
{
    public string StartLine => Text.Split("\r\n")[0];

    public int Status => int.Parse(StartLine.Split(' ')[1], null);

    public string Body => Text[(Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    public string? this[string name] => All(name).FirstOrDefault();

    public string ToTag => Regex.Match(this["To"]!, ";tag=([^;]+)").Groups[1].Value;

    public string[] All(string name) =>
        [.. Regex.Matches(Text, $@"^{name}: ([^\r\n]*)\r$", RegexOptions.Multiline).Select(m => m.Groups[1].Value)];
}
