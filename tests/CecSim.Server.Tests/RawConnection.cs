using System.Globalization;
using System.Net.Security;

namespace CecSim.Server.Tests;

/// <summary>A bare socket, for what an HTTP library would put right on its way.</summary>
internal sealed class RawConnection : IAsyncDisposable
{
    private const string EndOfHead = "\r\n\r\n";
    private readonly TcpClient _tcp;
    private readonly Stream _stream;
    private readonly StringBuilder _received = new();

    private RawConnection(TcpClient tcp, Stream stream)
    {
        _tcp = tcp;
        _stream = stream;
    }

    /// <param name="server">With TLS when its scheme says so; whom to trust is not asked.</param>
    public static async Task<RawConnection> OpenAsync(Uri server)
    {
        var tcp = new TcpClient();
        await tcp.ConnectAsync(server.Host, server.Port, TestCec.TestEnds);
        if (server.Scheme != Uri.UriSchemeHttps)
        {
            return new RawConnection(tcp, tcp.GetStream());
        }

        var tls = new SslStream(tcp.GetStream(), leaveInnerStreamOpen: false, (_, shown, _, _) => shown is not null);
        var options = new SslClientAuthenticationOptions { TargetHost = server.Host };
        await tls.AuthenticateAsClientAsync(options, TestCec.TestEnds);
        return new RawConnection(tcp, tls);
    }

    public async Task SendAsync(string text) =>
        await _stream.WriteAsync(Encoding.Latin1.GetBytes(text), TestCec.TestEnds);

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
        return Take(headEnd + length);
    }

    /// <summary>All that comes up to a text, and the text.</summary>
    public async Task<string> ReadToAsync(string text) =>
        Take(text.Length + await ReadUntilAsync(received => received.IndexOf(text, StringComparison.Ordinal)));

    /// <summary>All that comes until the server ends the connection in good order.</summary>
    public async Task<string> ReadToEndAsync()
    {
        while (await ReceiveAsync())
        {
        }

        return Take(_received.Length);
    }

    /// <summary>How the connection breaks. It must, and before its end.</summary>
    public async Task<SocketError> ReadToErrorAsync()
    {
        try
        {
            await ReadToEndAsync();
            return SocketError.Success;
        }
        catch (IOException e) when (e.InnerException is SocketException broken)
        {
            return broken.SocketErrorCode;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _tcp.Dispose();
    }

    private async Task<int> ReadUntilAsync(Func<string, int> find)
    {
        int found;
        while ((found = find(_received.ToString())) < 0)
        {
            Assert.True(await ReceiveAsync(), $"The connection ended after: {_received}");
        }

        return found;
    }

    private async Task<bool> ReceiveAsync()
    {
        var buffer = new byte[4096];
        var count = await _stream.ReadAsync(buffer, TestCec.TestEnds);
        _received.Append(Encoding.Latin1.GetString(buffer, 0, count));
        return count > 0;
    }

    private string Take(int length)
    {
        var taken = _received.ToString(0, length);
        _received.Remove(0, length);
        return taken;
    }
}
