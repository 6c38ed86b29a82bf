using System.Buffers;
using CecSim.Server.Certificates;
using CecSim.Simulation.Commands;
using Microsoft.Win32.SafeHandles;

namespace CecSim.Server.Persistence;

/// <summary>The file of a space's log: a line with its origin, then one for each command.</summary>
internal sealed class LogFile : IDisposable
{
    /// <summary>What a file that could not be read is called then, behind its name.</summary>
    public const string Damaged = ".damaged";

    private readonly string _path;
    private readonly bool _flushesEach;
    private readonly Disk _disk;
    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _buffer = new();

    // What the disk has not taken yet.
    private readonly List<RecordedCommand> _unwritten = [];
    private SafeFileHandle? _file;
    private long _length;

    /// <param name="length">How much of it is sound: the rest is cut off.</param>
    /// <param name="flushesEach">Whether each command reaches the disk by itself.</param>
    private LogFile(string path, long length, bool flushesEach, Disk disk)
    {
        (_path, _length, _flushesEach, _disk) = (path, length, flushesEach, disk);
        _file = Open(path);
        RandomAccess.SetLength(_file, length);
    }

    /// <exception cref="IOException">It cannot be written.</exception>
    public static LogFile Begin(string path, SpaceOrigin origin, bool flushesEach, Disk disk)
    {
        if (File.Exists(path))
        {
            // Of what could not be read nothing is written over.
            File.Move(path, path + Damaged, overwrite: true);
        }

        return new LogFile(path, WriteOrigin(path, origin), flushesEach, disk);
    }

    public static LogFile GoOn(StoredSpace space, bool flushesEach, Disk disk) => new(
        space.Path,
        space.Damage is null ? space.SoundBytes : space.SoundBytes + space.TornBytes,
        flushesEach,
        disk);

    /// <summary>Begins it with another origin, and nothing after that.</summary>
    /// <param name="isDamaged">Whether it could not be made again: somebody may want to know what was in it.</param>
    public void BeginAnew(SpaceOrigin origin, bool isDamaged)
    {
        lock (_gate)
        {
            _unwritten.Clear();
            _file?.Dispose();
            if (isDamaged)
            {
                File.Move(_path, _path + Damaged, overwrite: true);
            }

            _length = WriteOrigin(_path, origin);
            _file = Open(_path);
        }
    }

    /// <summary>Writes commands behind those that are there, and behind those that were not taken before.</summary>
    /// <param name="take">Moves what there is to a list, in its order.</param>
    /// <exception cref="IOException">The disk has not taken all of them: they are written next time.</exception>
    public void Write(Action<List<RecordedCommand>> take)
    {
        lock (_gate)
        {
            take(_unwritten);
            while (_file is { } file && _unwritten.Count > 0)
            {
                var count = _flushesEach ? 1 : _unwritten.Count;
                _buffer.ResetWrittenCount();
                for (var i = 0; i < count; i++)
                {
                    LogLine.Write(_buffer, _unwritten[i], LogJson.Default.RecordedCommand);
                }

                _disk.Write(file, _buffer.WrittenSpan, _length);
                if (_flushesEach)
                {
                    _disk.Flush(file);
                }

                _length += _buffer.WrittenCount;
                _unwritten.RemoveRange(0, count);
            }
        }
    }

    /// <summary>All that was written reaches the disk; what is written meanwhile does not wait for it.</summary>
    /// <exception cref="IOException">It may not have.</exception>
    public void Flush()
    {
        if (_file is not { IsClosed: false } file)
        {
            return;
        }

        try
        {
            _disk.Flush(file);
        }
        catch (ObjectDisposedException)
        {
            // The space was deleted, or began anew, meanwhile: what was in the file no longer counts.
        }
    }

    public void Delete()
    {
        lock (_gate)
        {
            Dispose();
            File.Delete(_path);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _file?.Dispose();
            _file = null;
            _unwritten.Clear();
        }
    }

    private static long WriteOrigin(string path, SpaceOrigin origin)
    {
        var line = new ArrayBufferWriter<byte>();
        LogLine.Write(line, new LogHead(LogHead.CurrentFormat, ProductVersion.Text, origin), LogJson.Default.LogHead);
        PrivateFile.Write(path, line.WrittenSpan, PrivateFile.OwnerOnly);
        return line.WrittenCount;
    }

    private static SafeFileHandle Open(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.Read);
}
