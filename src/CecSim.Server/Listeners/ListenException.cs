using System.Net.Sockets;

namespace CecSim.Server.Listeners;

/// <summary>A port that was asked for cannot be opened. The message says which, why, and what to do.</summary>
public sealed class ListenException : IOException
{
    private ListenException(string message, SocketException inner)
        : base(message, inner)
    {
    }

    /// <param name="where">The address, as whoever asked for it would write it.</param>
    /// <param name="remedy">How to choose another one.</param>
    internal static ListenException Of(string where, string remedy, SocketException inner)
    {
        var why = inner.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse => "address already in use",
            SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported =>
                "this machine has no such address",
            SocketError.AccessDenied => "this user may not open that port",
            _ => inner.Message,
        };
        return new ListenException($"Failed to bind to address {where}: {why}. {remedy}", inner);
    }
}
