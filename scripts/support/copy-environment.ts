// The YAML parser asks the environment about every token, and each time the operating system answers. A copy answers at
// once: reading thousands of files takes a fifth less time. Only for commands that leave the environment as it is.
process.env = { ...process.env };
