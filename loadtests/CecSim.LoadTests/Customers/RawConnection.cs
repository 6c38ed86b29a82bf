using System.Net.Security;
using System.Text;

namespace CecSim.LoadTests.Customers;

/// <summary>
/// HTTP/1.1 on a socket, or on TLS, and nothing else: one request at a time, the bytes of which are ready. So little
/// that the generator is not what is measured.
/// </summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LastChunk = "0\r\n\r\n"u8.ToArray();

    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[16 * 1024];

    private RawConnection(Stream stream) => _stream = stream;

    public static async Task<RawConnection> OpenAsync(Uri address, CancellationToken ends)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new DnsEndPoint(address.Host, address.Port), ends);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        var stream = new NetworkStream(socket, ownsSocket: true);
        return new RawConnection(address.Scheme == Uri.UriSchemeHttps ? await TlsAsync(stream, address, ends) : stream);
    }

    /// <summary>Whether the server said that it closes the connection after the last answer.</summary>
    public bool IsLeft { get; private set; }

    /// <summary>The bytes of a POST of JSON.</summary>
    public static byte[] Post(Uri address, string path, string json, params string[] headers)
    {
        var more = string.Concat(headers.Select(h => $"{h}\r\n"));
        return Encoding.UTF8.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\n{more}"
            + $"Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");
    }

    /// <returns>The status.</returns>
    /// <exception cref="IOException">The answer was cut short, is no HTTP, or is longer than 16 KB.</exception>
    public async ValueTask<int> AskAsync(ReadOnlyMemory<byte> request, CancellationToken ends)
    {
        await _stream.WriteAsync(request, ends);
        for (var length = 0; length < _buffer.Length;)
        {
            var read = await _stream.ReadAsync(_buffer.AsMemory(length), ends);
            if (read == 0)
            {
                throw new IOException("The answer was cut short.");
            }

            length += read;
            if (IsWhole(_buffer.AsSpan(0, length)))
            {
                return StatusOf(_buffer);
            }
        }

        throw new IOException("The answer is longer than 16 KB.");
    }

    /// <summary>Sends a part of a request.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ends) =>
        await _stream.WriteAsync(bytes, ends);

    public void Dispose() => _stream.Dispose();

    private static async Task<Stream> TlsAsync(NetworkStream stream, Uri address, CancellationToken ends)
    {
        var tls = new SslStream(stream);
        try
        {
            await tls.AuthenticateAsClientAsync(LoadHttp.Tls(address), ends);
            return tls;
        }
        catch
        {
            await tls.DisposeAsync();
            throw;
        }
    }

    // "HTTP/1.1 200 "
    private static int StatusOf(ReadOnlySpan<byte> answer) =>
        int.TryParse(answer[9..12], out var status) ? status : throw new IOException("The answer is no HTTP.");

    private bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf(HeadEnd);
        if (head < 0)
        {
            return false;
        }

        var body = answer[(head + HeadEnd.Length)..];
        var fields = Encoding.ASCII.GetString(answer[..head]);
        IsLeft = fields.Contains("\r\nConnection: close", StringComparison.OrdinalIgnoreCase);
        return LengthOf(fields) is { } length ? body.Length >= length : body.EndsWith(LastChunk);
    }

    private static int? LengthOf(string head)
    {
        const string Name = "Content-Length:";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var end = head.IndexOf('\r', at);
        return int.Parse(head.AsSpan(at + Name.Length, (end < 0 ? head.Length : end) - at - Name.Length));
    }
}
