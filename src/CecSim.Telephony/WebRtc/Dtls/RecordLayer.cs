namespace CecSim.Telephony.WebRtc.Dtls;

/// <summary>Numbers, seals and opens records. Epoch 0 is in clear, epoch 1 is sealed, and there is no other.</summary>
internal sealed class RecordLayer : IDisposable
{
    public const int Overhead = DtlsRecord.HeaderLength + RecordCipher.Overhead;

    private readonly ulong[] _written = new ulong[2];
    private RecordCipher? _reading;
    private RecordCipher? _writing;
    private ReplayWindow _read;

    public void Protect(RecordCipher reading, RecordCipher writing)
    {
        _reading = reading;
        _writing = writing;
    }

    /// <summary>Writes one record and returns its length.</summary>
    public int Write(Span<byte> buffer, ContentType type, int epoch, ReadOnlySpan<byte> content)
    {
        var number = ((ulong)epoch << 48) | _written[epoch]++;
        var length = content.Length + (epoch == 0 ? 0 : RecordCipher.Overhead);
        buffer[0] = (byte)type;
        BinaryPrimitives.WriteUInt16BigEndian(buffer[1..], DtlsCodes.Version12);
        BinaryPrimitives.WriteUInt64BigEndian(buffer[3..], number);
        BinaryPrimitives.WriteUInt16BigEndian(buffer[11..], (ushort)length);
        var body = buffer.Slice(DtlsRecord.HeaderLength, length);
        if (epoch == 0)
        {
            content.CopyTo(body);
        }
        else
        {
            _writing!.Seal(body, content, type, number);
        }

        return DtlsRecord.HeaderLength + length;
    }

    /// <summary>The record's content, or false for one that is forged, replayed or not yet readable.</summary>
    public bool TryOpen(in DtlsRecord record, Span<byte> buffer, out ReadOnlySpan<byte> content)
    {
        content = record.Fragment;
        if (record.Epoch == 0)
        {
            return true;
        }

        var length = record.Fragment.Length - RecordCipher.Overhead;
        if (record.Epoch != 1
            || _reading is null
            || length < 0
            || length > buffer.Length
            || !_read.Allows(record.Number))
        {
            return false;
        }

        content = buffer[..length];
        if (!_reading.TryOpen(record, buffer[..length]))
        {
            return false;
        }

        _read.Accept(record.Number);
        return true;
    }

    public void Dispose()
    {
        _reading?.Dispose();
        _writing?.Dispose();
    }
}
