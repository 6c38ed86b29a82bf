using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace CecSim.ScenarioFiles.Tests.Faults;

/// <summary>All that came over a connection of its own until it ended, a byte for a character.</summary>
/// <param name="Break">How the connection broke; null when it ended in good order or the client gave up.</param>
internal sealed partial record RawAnswer(string Text, SocketError? Break, bool IsGivenUp = false)
{
    private const string EndOfHead = "\r\n\r\n";

    public int Status => int.Parse(Text.Split(' ')[1], CultureInfo.InvariantCulture);

    public string Body => Text[(Text.IndexOf(EndOfHead, StringComparison.Ordinal) + EndOfHead.Length)..];

    /// <summary>The only thing in an answer that real time decides.</summary>
    public string WithoutDate => DateLine().Replace(Text, "");

    /// <summary>What is wrong with it, below the level of statuses; null when it is a whole answer.</summary>
    public string? Damage =>
        IsGivenUp ? "no answer"
        : Break is not null ? $"{Break}"
        : Text.Length == 0 ? "closed without a byte"
        : !Text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? "no HTTP"
        : Header("Transfer-Encoding") is not null ? "broken chunk"
        : Body.Length < int.Parse(Header("Content-Length")!, CultureInfo.InvariantCulture) ? "truncated"
        : null;

    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? Header(string name) =>
        Text[..Text.IndexOf(EndOfHead, StringComparison.Ordinal)].Split("\r\n")
            .Where(line => line.StartsWith(name + ": ", StringComparison.Ordinal))
            .Select(line => line[(name.Length + 2)..])
            .SingleOrDefault();

    public static async Task<RawAnswer> AskAsync(Uri server, string request, CancellationToken givesUp)
    {
        var received = new StringBuilder();
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(server.Host, server.Port, CancellationToken.None);
        var stream = tcp.GetStream();
        var buffer = new byte[4096];
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), givesUp);
            int count;
            while ((count = await stream.ReadAsync(buffer, givesUp)) > 0)
            {
                received.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }

            return new RawAnswer(received.ToString(), null);
        }
        catch (OperationCanceledException)
        {
            return new RawAnswer(received.ToString(), null, IsGivenUp: true);
        }
        catch (IOException e) when (e.InnerException is SocketException broken)
        {
            return new RawAnswer(received.ToString(), broken.SocketErrorCode);
        }
    }

    [GeneratedRegex("Date: .*\r\n")]
    private static partial Regex DateLine();
}
