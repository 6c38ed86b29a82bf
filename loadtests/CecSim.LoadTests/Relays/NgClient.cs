namespace CecSim.LoadTests.Relays;

/// <summary>Tells a relay of calls. One question at a time.</summary>
internal sealed class NgClient : IDisposable
{
    private const int TriesMax = 30;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly UdpClient _socket = new(0, AddressFamily.InterNetwork);
    private int _asked;

    public NgClient(int port) => _socket.Connect(IPAddress.Loopback, port);

    /// <exception cref="IOException">It refuses, or does not answer.</exception>
    public async Task<NgMessage> AskAsync(Dictionary<string, string> question, CancellationToken ends)
    {
        // Two clients of one relay must not have the same cookie.
        var port = ((IPEndPoint)_socket.Client.LocalEndPoint!).Port;
        var message = new NgMessage($"{port}-{++_asked}", question);
        for (var tries = 0; tries < TriesMax; tries++)
        {
            try
            {
                await _socket.SendAsync(message.Write(), ends);
                if (await AnswerAsync(message.Cookie, ends) is { } answer)
                {
                    return answer["result"] is "ok" or "pong"
                        ? answer
                        : throw new IOException($"The relay refuses: {answer["error-reason"]}");
                }
            }
            catch (SocketException)
            {
                // Nobody listens there yet.
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, ends);
            }
        }

        throw new IOException($"The relay does not answer: {question["command"]}");
    }

    public void Dispose() => _socket.Dispose();

    private async Task<NgMessage?> AnswerAsync(string cookie, CancellationToken ends)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ends, patience.Token);
        try
        {
            while (true)
            {
                var datagram = await _socket.ReceiveAsync(limit.Token);
                if (NgMessage.Read(datagram.Buffer) is { } answer && answer.Cookie == cookie)
                {
                    return answer;
                }
            }
        }
        catch (OperationCanceledException) when (!ends.IsCancellationRequested)
        {
            return null;
        }
    }
}
