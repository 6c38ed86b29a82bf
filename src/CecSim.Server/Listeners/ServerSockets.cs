using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace CecSim.Server.Listeners;

/// <summary>
/// The sockets of HTTP and HTTPS, opened before the server is made: what cannot be opened is said in a sentence, before
/// anything has started that would have to be stopped.
/// </summary>
internal sealed class ServerSockets : IDisposable
{
    private const string Remedy = "Choose others with --urls and --https-port (port 0 takes a free one).";

    /// <summary>How often a free port of one loopback address may be taken on the other.</summary>
    private const int AttemptsMax = 100;

    private readonly List<(ListenUrl Url, Socket Socket)> _opened = [];

    /// <summary>What was opened, and by which URL.</summary>
    public IEnumerable<(ListenUrl Url, IPEndPoint EndPoint)> Opened =>
        _opened.Select(o => (o.Url, (IPEndPoint)o.Socket.LocalEndPoint!));

    /// <exception cref="ArgumentException">What is named makes no sense.</exception>
    /// <exception cref="ListenException">It does, and cannot be had.</exception>
    public static ServerSockets Open(CecSimArgs args)
    {
        List<ListenUrl> urls = [.. args.Urls.Select(u => ListenUrl.Parse(u, "--urls"))];
        if (args.HttpsPort is { } port)
        {
            urls.Add(ListenUrl.Parse(ListenUrl.Of(isHttps: true, ListenUrl.Localhost, port), "--https-port"));
        }

        if (urls.Count == 0)
        {
            throw new ArgumentException($"--urls names nothing to listen on, such as {CecSimArgs.DefaultUrl}.");
        }

        var sockets = new ServerSockets();
        try
        {
            foreach (var url in urls)
            {
                sockets.RefuseTwice(url);
                sockets.Open(url);
            }

            return sockets;
        }
        catch
        {
            sockets.Dispose();
            throw;
        }
    }

    /// <summary>Hands a socket over to the server that will listen on it.</summary>
    public Socket Take(EndPoint endPoint)
    {
        var place = _opened.FindIndex(o => o.Socket.LocalEndPoint!.Equals(endPoint));
        if (place < 0)
        {
            return SocketTransportOptions.CreateDefaultBoundListenSocket(endPoint);
        }

        var socket = _opened[place].Socket;
        _opened.RemoveAt(place);
        return socket;
    }

    public void Dispose()
    {
        _opened.ForEach(o => o.Socket.Dispose());
        _opened.Clear();
    }

    // The operating system would say "in use" of a port that only we use.
    private void RefuseTwice(ListenUrl url)
    {
        foreach (var other in _opened.Select(o => o.Url).Where(o => url.Port != 0 && o.Port == url.Port))
        {
            if (other.Addresses.Intersect(url.Addresses).Any())
            {
                throw new ArgumentException(
                    $"{url.Source}: {url} is named twice, the other time as {other} in {other.Source}.");
            }
        }
    }

    private void Open(ListenUrl url)
    {
        for (var attempt = 1; ; attempt++)
        {
            var opened = new List<Socket>();
            try
            {
                OpenEach(url, opened);
                _opened.AddRange(opened.Select(s => (url, s)));
                return;
            }
            catch (SocketException e)
            {
                opened.ForEach(s => s.Dispose());
                if (url.Port != 0 || opened.Count == 0 || attempt == AttemptsMax)
                {
                    throw ListenException.Of(url.ToString(), Remedy, e);
                }
            }
        }
    }

    private static void OpenEach(ListenUrl url, List<Socket> opened)
    {
        SocketException? lacking = null;
        foreach (var address in url.Addresses)
        {
            try
            {
                var port = opened is [{ LocalEndPoint: IPEndPoint first }, ..] ? first.Port : url.Port;
                opened.Add(Listen(new IPEndPoint(address, port)));
                if (address.Equals(IPAddress.IPv6Any))
                {
                    return;
                }
            }
            catch (SocketException e) when (ListenException.IsLacking(e))
            {
                lacking = e;
            }
        }

        if (opened.Count == 0)
        {
            throw lacking!;
        }
    }

    // Bound sockets that do not listen yet would not see each other, nor another server that starts now.
    private static Socket Listen(IPEndPoint endPoint)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endPoint);
        try
        {
            socket.Listen(KestrelListeners.BacklogMax);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }
}
