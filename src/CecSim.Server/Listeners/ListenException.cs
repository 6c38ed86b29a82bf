using System.Net.Sockets;

namespace CecSim.Server.Listeners;

/// <summary>A port that was asked for cannot be opened. The message says which, why, and what to do.</summary>
public sealed class ListenException : IOException
{
    private ListenException(string message, SocketException inner)
        : base(message, inner) => IsOfMachine = IsLacking(inner);

    /// <summary>Whether it is the address that this machine lacks, whatever the port.</summary>
    internal bool IsOfMachine { get; }

    internal static bool IsLacking(SocketException e) => e.SocketErrorCode
        is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported;

    /// <param name="where">The address, as whoever asked for it would write it.</param>
    /// <param name="remedy">How to choose another one.</param>
    internal static ListenException Of(string where, string remedy, SocketException inner)
    {
        var why = inner.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse => "address already in use",
            _ when IsLacking(inner) => "this machine has no such address",
            SocketError.AccessDenied => "this user may not open that port",
            _ => inner.Message,
        };
        return new ListenException($"Failed to bind to address {where}: {why}. {remedy}", inner);
    }
}
