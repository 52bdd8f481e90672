// The YAML parser asks the environment about every token, and each time the operating system answers. A copy answers at
// once: reading thousands of files takes a fifth less time. What is set from here on reaches this process alone.
process.env = { ...process.env };
