using System.Runtime.CompilerServices;

namespace CecSim.Client.Calls;

/// <summary>A call that CEC was asked for (chapter 5).</summary>
public sealed class CecCall
{
    private readonly CecCustomer _customer;
    private readonly CecSender _sender;
    private int _isRead;
    private string? _accessCode;

    internal CecCall(CecCustomer customer, CecSender sender)
    {
        _customer = customer;
        _sender = sender;
    }

    /// <summary>Whether an event said that the call is over; none will follow.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>How often CEC told again of a connection that it had told of; these were left out.</summary>
    public int RepeatCount { get; private set; }

    /// <summary>
    /// The events of the call, as they happen, up to and with the one that ends it (getClickToCallEvents, chapter 5,
    /// step 4). No thread waits between them. A poll that fails, with a result code too, is repeated after growing
    /// pauses; three failures in a row are the end. One reader at a time; after a cancellation, or an exception,
    /// reading may begin again and goes on where it was.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading at once; the call lives on.</param>
    /// <exception cref="CecException">
    /// Polls failed <see cref="CecClientOptions.AttemptsMax"/> times in a row. The call may live: drop it.
    /// </exception>
    /// <exception cref="InvalidOperationException">Somebody reads the events of this call already.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async IAsyncEnumerable<CecCallEvent> EventsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isRead, 1) == 1)
        {
            throw new InvalidOperationException("Events have one reader: CEC ends the older of two polls.");
        }

        try
        {
            while (!HasEnded)
            {
                var answer = await _customer.PollCallAsync(cancellationToken).ConfigureAwait(false);
                if (CallEventReading.Read(answer) is not { } item)
                {
                    await Task.Delay(_sender.Options.PollPause, _sender.Time, cancellationToken).ConfigureAwait(false);
                }
                else if (!IsRepeat(item))
                {
                    HasEnded = item.EndsCall;
                    yield return item;
                }
            }
        }
        finally
        {
            Volatile.Write(ref _isRead, 0);
        }
    }

    /// <summary>Hangs up (dropClickToCall, chapter 5, step 5). The events then end with a release.</summary>
    /// <param name="cancellationToken">Ends the request; the call may be over all the same.</param>
    /// <exception cref="CecException">CEC was not reached, not understood, or refused the credentials.</exception>
    public Task<CecResult<CecReceipt>> DropAsync(CancellationToken cancellationToken = default) =>
        _customer.DropAsync(cancellationToken);

    // Whoever starts a WebRTC call for each would have two. Other events carry nothing to tell a repeat by.
    private bool IsRepeat(CecCallEvent item)
    {
        if (item is not CecCallEvent.Connected connected)
        {
            return false;
        }

        if (connected.AccessCode == _accessCode)
        {
            RepeatCount++;
            return true;
        }

        _accessCode = connected.AccessCode;
        return false;
    }
}
