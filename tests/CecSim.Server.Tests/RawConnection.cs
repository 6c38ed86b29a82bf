using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CecSim.Server.Tests;

/// <summary>A bare socket, for what an HTTP library would put right on its way.</summary>
internal sealed class RawConnection : IAsyncDisposable
{
    private const string EndOfHead = "\r\n\r\n";
    private readonly TcpClient _tcp;
    private readonly StringBuilder _received = new();

    private RawConnection(TcpClient tcp) => _tcp = tcp;

    public static async Task<RawConnection> OpenAsync(Uri server)
    {
        var tcp = new TcpClient();
        await tcp.ConnectAsync(server.Host, server.Port, TestCec.TestEnds);
        return new RawConnection(tcp);
    }

    public async Task SendAsync(string text) =>
        await _tcp.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text), TestCec.TestEnds);

    /// <summary>The next answer, head and body, a byte for a character.</summary>
    public async Task<string> ReadAnswerAsync()
    {
        var headEnd = EndOfHead.Length
            + await ReadUntilAsync(text => text.IndexOf(EndOfHead, StringComparison.Ordinal));
        var head = _received.ToString(0, headEnd);
        var length = head.Split("\r\n")
            .Where(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal))
            .Select(line => int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture))
            .Single();
        await ReadUntilAsync(text => text.Length >= headEnd + length ? 0 : -1);
        var answer = _received.ToString(0, headEnd + length);
        _received.Remove(0, answer.Length);
        return answer;
    }

    public ValueTask DisposeAsync()
    {
        _tcp.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<int> ReadUntilAsync(Func<string, int> find)
    {
        var buffer = new byte[4096];
        int found;
        while ((found = find(_received.ToString())) < 0)
        {
            var count = await _tcp.GetStream().ReadAsync(buffer, TestCec.TestEnds);
            Assert.True(count > 0, $"The connection ended after: {_received}");
            _received.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return found;
    }
}
